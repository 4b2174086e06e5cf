/** A bill is to be entered, of one account where that is known: taken once, by the entry of bills when it opens. */
export type BillEntryStart = { readonly account: string | null }

let waiting: BillEntryStart | null = null

export function startBillEntry(account: string | null = null): void {
  waiting = { account }
}

export function takeBillEntryStart(): BillEntryStart | null {
  const start = waiting
  waiting = null
  return start
}
