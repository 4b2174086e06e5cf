/**
 * What was typed and is not recorded yet. Nothing leaves it by accident: a form that lies over the page asks first, and so
 * does the window before it closes.
 */

/** Asks in a form whether what was typed there may go. */
type Ask = () => void

const forms: Ask[] = []
const drafts = new Map<string, unknown>()

/** From now on something typed stands in a form that goes with its text; answers what ends that. */
export function holdTyped(ask: Ask): () => void {
  forms.push(ask)
  return () => {
    const at = forms.indexOf(ask)
    if (at >= 0) forms.splice(at, 1)
  }
}

/** Whether a form over the page holds what would be lost; then it asks. To be called before the page is left. */
export function staysForTyped(): boolean {
  forms.at(-1)?.()
  return forms.length > 0
}

/** A draft of the page outlives its page, by name; what is as it would stand there anyway is none. */
export function keepDraft(name: string, draft: unknown, start: unknown): void {
  if (JSON.stringify(draft) === JSON.stringify(start)) drafts.delete(name)
  else drafts.set(name, draft)
}

/** What was recorded, or is about what is gone, is no draft any more. */
export function dropDrafts(isGone: (name: string) => boolean): void {
  for (const name of drafts.keys()) if (isGone(name)) drafts.delete(name)
}

export const draftOr = <T>(name: string, start: T): T => (drafts.has(name) ? (drafts.get(name) as T) : start)

const HANDOVER = 'huaqing-typed'

/**
 * Watches over it for as long as the window is open. Drafts wait in the tab's own storage only while a reload is under way,
 * to be taken out at once: they are amounts and names, and nobody else's.
 */
export function guardTyped(): void {
  const handed = sessionStorage.getItem(HANDOVER)
  sessionStorage.removeItem(HANDOVER)
  for (const [name, draft] of handedOver(handed)) drafts.set(name, draft)
  addEventListener('pagehide', () => {
    if (drafts.size > 0) sessionStorage.setItem(HANDOVER, JSON.stringify([...drafts]))
  })
  addEventListener('pageshow', () => sessionStorage.removeItem(HANDOVER))
  addEventListener('beforeunload', (event) => {
    if (forms.length > 0 || drafts.size > 0) event.preventDefault()
  })
  let address = location.href
  // Before any page hears of it. The browser's own way back would take the page from under the form.
  addEventListener('hashchange', (event) => {
    if (event.isTrusted && staysForTyped()) {
      event.stopImmediatePropagation()
      history.pushState(null, '', address)
    }
    address = location.href
  })
}

function handedOver(text: string | null): readonly (readonly [string, unknown])[] {
  try {
    return JSON.parse(text ?? '[]') as readonly (readonly [string, unknown])[]
  } catch {
    return []
  }
}
