import { dayText, parseDay } from '#shared/kernel/day.ts'
import { fen, yuanText } from '#shared/kernel/money.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { line, spoken } from '#shared/ledger/explain/line.ts'
import { type Simulation, simulate } from './projection/simulate.ts'

/**
 * The money that is missing on a day: what each debt asks for at least, in the order in which they are paid, less the money
 * there is for them (engine.md 9, 11). Null for a day that is not short.
 */
export function shortLines(simulation: Simulation, dayPart: string): readonly DerivationLine[] | null {
  const on = parseDay(dayPart)
  const short = on.ok && simulate(simulation).shortfalls.find((one) => one.on === on.value)
  if (!short) return null
  const nameOf = (id: string): string => simulation.ledger.accounts.find((one) => one.id === id)?.name ?? id
  const asked = short.debts.map(({ account, on: dueOn, required, paid }) => {
    const values = { account: nameOf(account), on: dayText(dueOn), paid: yuanText(paid) }
    return line(dueOn < short.on ? 'short-overdue' : 'short-minimum', required, { values, certainty: 'assumed' })
  })
  const inHand = line('short-in-hand', fen(-short.available), {
    values: { on: dayText(short.on) },
    certainty: 'assumed',
  })
  return spoken([...asked, inHand])
}
