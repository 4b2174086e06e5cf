/** An account has just been added to enter its bills: taken once, by the entry of bills when it opens. */
let waiting = false

export function startBillEntry(): void {
  waiting = true
}

export function takeBillEntryStart(): boolean {
  const isWaiting = waiting
  waiting = false
  return isWaiting
}
