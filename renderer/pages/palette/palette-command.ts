import type { IconName } from '../../components/icon.tsx'

export type PaletteCommand = {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly keys: string | null
  /** What else finds it: its name in the other language and other words for it. */
  readonly also: string
  readonly run: () => void
}

export const command = (
  id: string,
  label: string,
  more: Pick<PaletteCommand, 'icon' | 'also' | 'run'> & { readonly keys?: string },
): PaletteCommand => ({ id, label, keys: null, ...more })
