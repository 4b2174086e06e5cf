/** `mod` is Command on a Mac and Control elsewhere. */
export const isMac = (): boolean => /Mac/.test(navigator.userAgent)

/** A key as it is written on this keyboard: `mod+K` is ⌘K or Ctrl K. */
export function KeyHint({ keys }: { readonly keys: string }) {
  const text = isMac()
    ? keys.replace('mod+', '⌘').replace('shift+', '⇧')
    : keys.replace('mod+', 'Ctrl ').replace('shift+', 'Shift ')
  return (
    <kbd>
      <span aria-hidden="true">{text}</span>
    </kbd>
  )
}
