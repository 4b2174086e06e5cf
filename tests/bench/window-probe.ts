/**
 * What is measured inside a page, where its clock is: from an input, or from the data, to the answer on the screen. It
 * goes into the page as text (`addInitScript`), so `installProbe` uses nothing from outside itself.
 */

/** When a page has answered. Nothing on it may be on its way in any case. */
export type Answered = {
  /** A selector that finds something. */
  readonly shown?: string
  /** A selector that finds nothing. */
  readonly gone?: string
  /** What this selector finds has another text, or another value of the attribute, than before. */
  readonly differs?: string
  readonly attribute?: string
}

/** Milliseconds. `fromData` counts from the last reply that named the method, where one came after the input. */
export type Measured = { readonly fromInput: number; readonly fromData: number }

export type Probe = {
  /** Call before the input. */
  readonly arm: (answered: Answered, method?: string) => void
  /** Null when the limit passed without an answer. */
  readonly measured: (limit: number) => Promise<Measured | null>
  /** Since the page was asked for; null before. */
  readonly firstFigure: () => number | null
  /** Lengths of the frames while an element scrolls down by its own height a few times a second. */
  readonly scroll: (selector: string, milliseconds: number) => Promise<readonly number[]>
}

declare global {
  interface Window {
    probe: Probe
  }
}

export function installProbe(): void {
  let answered: Answered = {}
  let method = ''
  let before: string | null = null
  let inputAt: number | null = null
  let dataAt: number | null = null
  let firstFigure: number | null = null

  /** After the next frame is drawn: what a frame callback posts arrives when that frame is done. */
  const whenPainted = (then: (at: number) => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => then(performance.now())
      port2.postMessage(null)
    })
  }

  const watchedValue = ({ differs, attribute }: Answered): string | null => {
    const element = differs === undefined ? null : document.querySelector(differs)
    return (attribute === undefined ? element?.textContent : element?.getAttribute(attribute)) ?? null
  }

  const BUSY = '#page [aria-busy="true"]'

  const isAnswered = (): boolean => {
    if (inputAt === null || document.querySelector(BUSY) !== null) return false
    if (answered.shown !== undefined && document.querySelector(answered.shown) === null) return false
    if (answered.gone !== undefined && document.querySelector(answered.gone) !== null) return false
    if (answered.differs === undefined) return true
    const value = watchedValue(answered)
    return value !== null && value !== before
  }

  for (const kind of ['click', 'keydown', 'change'] as const) {
    const note = (event: Event): void => {
      inputAt ??= event.timeStamp
    }
    addEventListener(kind, note, { capture: true })
  }

  // The body is read here first: what the page does with it comes after the moment that is noted.
  const ask = globalThis.fetch
  globalThis.fetch = async (...request) => {
    const response = await ask(...request)
    const body = request[1]?.body
    if (method === '' || typeof body !== 'string' || !body.includes(`"${method}"`)) return response
    const text = await response.text()
    dataAt = performance.now()
    return new Response(text, response)
  }

  const watch = new MutationObserver(() => {
    if (document.querySelector('.amount-hero:not(.amount-unknown)') === null) return
    watch.disconnect()
    whenPainted((at) => {
      firstFigure = at
    })
  })
  watch.observe(document, { childList: true, subtree: true })

  const probe: Probe = {
    arm: (next, named = '') => {
      answered = next
      method = named
      before = watchedValue(next)
      inputAt = null
      dataAt = null
    },
    measured: (limit) =>
      new Promise((resolve) => {
        const end = (value: Measured | null): void => {
          changes.disconnect()
          clearTimeout(timer)
          resolve(value)
        }
        // At once with the change: the next frame is the one that shows it.
        const look = (): void => {
          if (!isAnswered()) return
          changes.disconnect()
          const [from, data] = [inputAt!, dataAt ?? inputAt!]
          whenPainted((at) => end({ fromInput: at - from, fromData: at - data }))
        }
        const changes = new MutationObserver(look)
        const timer = setTimeout(() => end(null), limit)
        changes.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
        look()
      }),
    firstFigure: () => firstFigure,
    scroll: async (selector, milliseconds) => {
      const element = document.querySelector(selector)
      if (element === null) return []
      const lengths: number[] = []
      const until = performance.now() + milliseconds
      let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      while (last < until) {
        element.scrollTop += element.clientHeight / 6
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
        lengths.push(now - last)
        last = now
      }
      return lengths
    },
  }
  window.probe = probe
}
