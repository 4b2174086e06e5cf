/**
 * A chart as a PNG: its name, what its lines mean, and all that stands in it where it stands on the screen. Drawings are
 * taken as images; texts, frames and fills are drawn anew, because an image knows neither the page's fonts nor its tokens.
 */
const SCALE = 2
const HEAD = 36
const ROOM = 12

export async function pictureOf(figure: HTMLElement, title: string, legend: HTMLElement | null): Promise<Uint8Array> {
  const box = figure.getBoundingClientRect()
  const keys = legend?.getBoundingClientRect().height ?? 0
  const head = HEAD + (keys === 0 ? 0 : keys + ROOM / 2)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(box.width + ROOM * 2) * SCALE
  canvas.height = Math.ceil(box.height + head + ROOM) * SCALE
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.scale(SCALE, SCALE)
  pen.fillStyle = token('--paper')
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = token('--ink')
  pen.font = `600 14px ${getComputedStyle(document.body).fontFamily}`
  pen.textBaseline = 'middle'
  pen.fillText(title, ROOM, HEAD / 2)
  if (legend !== null) await paint(pen, legend, HEAD)
  await paint(pen, figure, head)
  return bytesOf(canvas)
}

/** A token as what it stands for now: by itself it is one color for light and one for dark. */
function token(name: string): string {
  const probe = document.createElement('i')
  probe.style.color = `var(${name})`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

async function paint(pen: CanvasRenderingContext2D, root: HTMLElement, top: number): Promise<void> {
  const box = root.getBoundingClientRect()
  pen.save()
  pen.translate(ROOM - box.left, top - box.top)
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof SVGSVGElement) {
      const at = element.getBoundingClientRect()
      pen.drawImage(await imageOf(element), at.left, at.top, at.width, at.height)
    } else if (element instanceof HTMLElement) {
      frame(pen, element)
      write(pen, element)
    }
  }
  pen.restore()
}

async function imageOf(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const { width, height } = svg.getBoundingClientRect()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  const source = new XMLSerializer().serializeToString(copy).replace(/var\((--[\w-]+)\)/g, (_all, name) => token(name))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`
  await image.decode()
  return image
}

/** Its fill, and its border: all around, or the upper one alone. */
function frame(pen: CanvasRenderingContext2D, element: HTMLElement): void {
  const style = getComputedStyle(element)
  const { left, top, width, height } = element.getBoundingClientRect()
  const corner = style.borderTopLeftRadius
  const radius = corner.endsWith('%') ? (width * Number.parseFloat(corner)) / 100 : Number.parseFloat(corner)
  pen.beginPath()
  pen.roundRect(left, top, width, height, radius)
  pen.fillStyle = style.backgroundColor
  pen.fill()
  const line = Number.parseFloat(style.borderTopWidth)
  if (line === 0 || style.borderTopStyle === 'none') return
  pen.lineWidth = line
  pen.strokeStyle = style.borderTopColor
  pen.setLineDash(
    style.borderTopStyle === 'dashed' ? [3 * line, 2 * line] : style.borderTopStyle === 'dotted' ? [line, line] : [],
  )
  pen.beginPath()
  if (Number.parseFloat(style.borderBottomWidth) === 0) {
    pen.moveTo(left, top + line / 2)
    pen.lineTo(left + width, top + line / 2)
  } else {
    pen.roundRect(left + line / 2, top + line / 2, width - line, height - line, Math.max(0, radius - line / 2))
  }
  pen.stroke()
  pen.setLineDash([])
}

/** The texts of its own. */
function write(pen: CanvasRenderingContext2D, element: HTMLElement): void {
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  if (texts.length === 0) return
  const style = getComputedStyle(element)
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  pen.fillStyle = style.color
  pen.textBaseline = 'middle'
  for (const node of texts) {
    for (const { text, left, middle } of linesOf(node)) pen.fillText(text, left, middle)
  }
}

/** A text as it is broken into lines on the screen: drawn at once it would run out of its place. */
function linesOf(node: Node): readonly { readonly text: string; readonly left: number; readonly middle: number }[] {
  const lines: { text: string; left: number; top: number; middle: number }[] = []
  const range = document.createRange()
  let at = 0
  for (const sign of node.textContent ?? '') {
    range.setStart(node, at)
    at += sign.length
    range.setEnd(node, at)
    const { left, top, height, width } = range.getBoundingClientRect()
    // What is not drawn on the screen, and the space at which a line is broken, has no width.
    if (width === 0) continue
    const line = lines.at(-1)
    if (line !== undefined && Math.abs(line.top - top) < height / 2) line.text += sign
    else lines.push({ text: sign, left, top, middle: top + height / 2 })
  }
  return lines
}

async function bytesOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('the picture could not be made')
  return new Uint8Array(await blob.arrayBuffer())
}
