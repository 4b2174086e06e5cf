/**
 * A chart as a PNG: lines and fills from its SVG, every text drawn anew where it stands on the screen, because an SVG
 * that is drawn as an image knows neither the page's fonts nor its tokens.
 */
const SCALE = 2
const HEAD = 36
const ROOM = 12

export async function pictureOf(figure: HTMLElement, title: string): Promise<Uint8Array> {
  const box = figure.getBoundingClientRect()
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(box.width + ROOM * 2) * SCALE
  canvas.height = Math.ceil(box.height + HEAD + ROOM) * SCALE
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.scale(SCALE, SCALE)
  pen.fillStyle = token('--paper')
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.translate(ROOM - box.left, HEAD - box.top)
  for (const svg of figure.querySelectorAll('svg')) {
    const at = svg.getBoundingClientRect()
    pen.drawImage(await imageOf(svg), at.left, at.top, at.width, at.height)
  }
  for (const element of textsIn(figure)) write(pen, element)
  pen.fillStyle = token('--ink')
  pen.font = `600 14px ${getComputedStyle(document.body).fontFamily}`
  pen.textBaseline = 'middle'
  pen.fillText(title, box.left, box.top - HEAD / 2)
  return bytesOf(canvas)
}

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** Drawn without its texts; tokens are put in as what they stand for now. */
async function imageOf(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement
  for (const text of copy.querySelectorAll('text')) text.remove()
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

/** Every text of its own: in the SVG and in the names that lie over it. */
function textsIn(figure: HTMLElement): readonly Element[] {
  const all = [...figure.querySelectorAll('text, span, b, td, th')]
  return all.filter((element) => {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    return own || element.tagName === 'text'
  })
}

function write(pen: CanvasRenderingContext2D, element: Element): void {
  const style = getComputedStyle(element)
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  pen.fillStyle = element instanceof SVGElement ? style.fill : style.color
  pen.textBaseline = 'middle'
  const range = document.createRange()
  for (const node of textNodes(element)) {
    range.selectNodeContents(node)
    const at = range.getBoundingClientRect()
    if (at.width > 0) pen.fillText((node.textContent ?? '').trim(), at.left, at.top + at.height / 2)
  }
}

/** In an SVG the words stand in a `tspan`; beside it an element keeps to what is its own. */
function textNodes(element: Element): readonly Node[] {
  const owner = element.tagName === 'text' ? (element.querySelector('tspan') ?? element) : element
  return [...owner.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
}

async function bytesOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('the picture could not be made')
  return new Uint8Array(await blob.arrayBuffer())
}
