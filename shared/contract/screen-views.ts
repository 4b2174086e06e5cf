/** What the screen remembers about itself, and what its lists can be narrowed by. */

export type TextSize = 100 | 110 | 125 | 150 | 175 | 200

/** A filter that was given a name: what was typed and chosen, by field. */
export type SavedFilter = {
  readonly page: 'bills' | 'entries'
  readonly name: string
  readonly filter: Readonly<Record<string, string>>
}

/** An imported file whose rows count, by the batch that the entries list can be filtered by. */
export type ImportedFile = {
  readonly batch: string
  readonly file: string
  readonly at: number
}
