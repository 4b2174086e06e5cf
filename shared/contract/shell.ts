/**
 * What the page may ask of its surroundings beside the contract's table: files that the user picks, the window,
 * the menu. The desktop preload and the loopback client both implement it, so no page knows which one it runs on.
 */

export type Language = 'zh-CN' | 'en'
export type ColorScheme = 'light' | 'dark' | 'auto'

/** Why a file is asked for: decides the filter of the file dialog, never what may be read. */
export type FilePurpose = 'statement' | 'backup' | 'attachment' | 'plan'

/**
 * A file the user chose. The page gets a token, never a path: methods that read a file take `fileToken`, and only
 * tokens made by a dialog, a drop or an upload are known to the border.
 */
export type ChosenFile = {
  readonly fileToken: string
  readonly name: string
  /** Size in bytes. */
  readonly size: number
}

/** A folder the user chose (desktop only). `label` is for reading; the path stays outside the page. */
export type ChosenFolder = { readonly folderToken: string; readonly label: string }

export type FileToSave = { readonly suggestedName: string; readonly content: string | Uint8Array }

/**
 * `canceled` when the user closed the dialog; a full or read-only disk is `failed` with the system's code;
 * `handed-over` when the browser took it (download, print dialog) and does not tell what became of it.
 */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'handed-over'; readonly name: string }
  | { readonly kind: 'canceled' }
  | { readonly kind: 'failed'; readonly code: string }

/** What the menu, a dock or a notification asks the page to do. */
export type ShellCommand =
  | 'import'
  | 'export'
  | 'undo'
  | 'redo'
  | 'palette'
  | 'settings'
  | 'shortcuts'
  | 'backup'
  | 'today'

export const SHELL_COMMANDS: readonly ShellCommand[] = [
  'import',
  'export',
  'undo',
  'redo',
  'palette',
  'settings',
  'shortcuts',
  'backup',
  'today',
]

/** Stops listening. */
export type Unsubscribe = () => void

export type Shell = {
  readonly kind: 'desktop' | 'browser'
  readonly platform: 'windows' | 'mac' | 'linux'
  readonly version: string
  /** False where the surroundings cannot do it: the page hides the offer and says what works instead. */
  readonly can: {
    readonly pickFolder: boolean
    readonly notify: boolean
    readonly startAtLogin: boolean
    readonly savePdf: boolean
  }
  readonly pickFile: (purpose: FilePurpose) => Promise<ChosenFile | null>
  /** The file of a drop or paste; null when it has no content that can be read, e.g. a folder. */
  readonly fileFromDrop: (file: File) => Promise<ChosenFile | null>
  readonly pickFolder: () => Promise<ChosenFolder | null>
  readonly saveFile: (file: FileToSave) => Promise<SaveOutcome>
  /** The current page on paper or as PDF: a PDF through a save dialog on the desktop, the print dialog in a browser. */
  readonly savePdf: (suggestedName: string) => Promise<SaveOutcome>
  readonly copyText: (text: string) => Promise<void>
  /** Shows a system notification; false when it cannot be shown. A click brings the window forward. */
  readonly notify: (notice: { readonly title: string; readonly body: string }) => Promise<boolean>
  readonly startAtLogin: () => Promise<boolean>
  readonly setStartAtLogin: (on: boolean) => Promise<boolean>
  /** Menu, dialogs and window title follow the page's language; the window's ground follows its colors. */
  readonly languageChanged: (language: Language) => void
  readonly colorSchemeChanged: (scheme: ColorScheme) => void
  readonly onCommand: (listener: (command: ShellCommand) => void) => Unsubscribe
  /** This window, another process or tab wrote to the ledger; null where it is not known to which revision. */
  readonly onLedgerChanged: (listener: (revision: number | null) => void) => Unsubscribe
  readonly quit: () => void
}
