import { type ComponentType, lazy, useState } from 'react'

/** A part of the window whose code is loaded when it is first shown, or ahead of that. */
export type Later<P> = ComponentType<P> & { readonly ahead: () => Promise<void> }

/**
 * Like `lazy`, but a part whose code is here is shown at once: what suspends, if only for a moment, shows what waits in
 * its place, and React leaves that for a third of a second so that nothing flickers.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let loaded: ComponentType<P> | null = null
  const ahead = async (): Promise<void> => {
    loaded = await load()
  }
  const WhenLoaded = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>
  function Part(props: P) {
    // Chosen once: another component in the same place would begin anew, and what was typed would be lost.
    const [Chosen] = useState(() => loaded ?? WhenLoaded)
    return <Chosen {...props} />
  }
  return Object.assign(Part, { ahead })
}
