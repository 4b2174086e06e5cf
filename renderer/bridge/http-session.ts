/**
 * The page's right to ask the loopback server. The link's token is exchanged for a bearer that lives in this page's
 * memory; only while a reload is under way does it wait in the tab's own storage, to be taken out at once.
 */

const HANDOVER = 'huaqing-bearer'

export type HttpSession = {
  /** Posts with the bearer; null when this page has no valid one. Rejects when the server cannot be reached. */
  readonly post: (path: string, body: BodyInit, signal?: AbortSignal) => Promise<globalThis.Response | null>
}

function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token !== null) history.replaceState(null, '', location.pathname)
  return token
}

function takeHandover(): string | null {
  const bearer = sessionStorage.getItem(HANDOVER)
  sessionStorage.removeItem(HANDOVER)
  return bearer
}

async function exchange(token: string): Promise<string | null> {
  const response = await fetch('/api/session', { method: 'POST', body: JSON.stringify({ token }) })
  if (!response.ok) return null
  const { bearer } = (await response.json()) as { bearer: string | null }
  return bearer
}

export function openHttpSession(): HttpSession {
  const token = takeToken()
  const handed = takeHandover()
  let current: string | null = null
  // A used link in the address after a reload: the bearer of before still counts.
  const bearer = (token === null ? Promise.resolve(null) : exchange(token)).then((fresh) => {
    current = fresh ?? handed
    return current
  })
  addEventListener('pagehide', () => {
    if (current !== null) sessionStorage.setItem(HANDOVER, current)
  })
  addEventListener('pageshow', () => sessionStorage.removeItem(HANDOVER))
  return {
    post: async (path, body, signal) => {
      const held = await bearer
      if (held === null) return null
      const headers = { authorization: `Bearer ${held}` }
      const response = await fetch(path, {
        method: 'POST',
        headers,
        body,
        cache: 'no-store',
        ...(signal ? { signal } : {}),
      })
      if (response.status === 401) {
        current = null
        return null
      }
      return response
    },
  }
}
