import type { SumChange } from './sum-changes.ts'

/** Sums of many days under one account, added up: `[on, purchaseOn, amount, count, assumed]` each. */
export type DaySum = [on: number, purchaseOn: number | null, amount: number, count: number, assumed: number]

export type DaySums = {
  readonly add: (sum: Readonly<DaySum>) => void
  readonly subtract: (sum: Readonly<DaySum>) => void
  /** Those of which something is left, by day. */
  readonly list: () => readonly Readonly<DaySum>[]
}

/** More than the days there are, so that two days make one number. */
const DAYS = 2 ** 18

export function createDaySums(): DaySums {
  const sums = new Map<number, DaySum>()
  const add: DaySums['add'] = ([on, purchaseOn, amount, count, assumed]) => {
    const key = on * DAYS + (purchaseOn === null ? 0 : purchaseOn + DAYS / 2)
    const sum = sums.get(key)
    if (sum) {
      sum[2] += amount
      sum[3] += count
      sum[4] += assumed
    } else sums.set(key, [on, purchaseOn, amount, count, assumed])
  }
  return {
    add,
    subtract: ([on, purchaseOn, amount, count, assumed]) => add([on, purchaseOn, -amount, -count, -assumed]),
    list: () => [...sums.values()].filter(isLeft).sort((a, b) => a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0)),
  }
}

const isLeft = ([, , amount, count, assumed]: DaySum): boolean => amount !== 0 || count !== 0 || assumed !== 0

/** Sums by account. */
export type AccountSums = Map<string, DaySums>

export function addChanges(sums: AccountSums, changes: readonly SumChange[]): void {
  for (const [account, ...sum] of changes) daySumsOf(sums, account).add(sum)
}

export function daySumsOf(sums: AccountSums, account: string): DaySums {
  const known = sums.get(account)
  if (known) return known
  const fresh = createDaySums()
  sums.set(account, fresh)
  return fresh
}
