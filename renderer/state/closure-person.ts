/** Whose closing was looked at last: chosen on one page, it stands on the other, and after coming back. */
let person: string | null = null

export const closurePerson = (): string | null => person

export const keepClosurePerson = (chosen: string | null): void => {
  person = chosen
}
