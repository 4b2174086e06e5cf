import type { ProjectionView } from '#shared/contract/outlook-views.ts'
import type { Day } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'

/** One stop on the way out of debt: what is still owed after the repayments of that day, and whose debt ends there. */
export type Stop = { readonly on: Day; readonly left: Fen; readonly freed: readonly AccountId[] }

const MOST_STOPS_BETWEEN = 5

/** Today, at most five repayment days between, and the last day. Days on which an account ends are kept first, the rest spread evenly. */
export function routeStops({ projection, series }: ProjectionView): readonly Stop[] {
  const { freeOn } = projection
  const start = series.points.find((point) => point.day >= series.today)
  if (freeOn === null || start === undefined) return []
  const days = [...new Set(projection.events.filter((event) => event.what === 'repayment').map((event) => event.on))]
  const freedOn = (on: Day) =>
    projection.accounts.filter((account) => account.freeOn === on).map((account) => account.id)
  const between = days.filter((on) => on > series.today && on < freeOn).sort((a, b) => a - b)
  const stops = thin(between, (on) => freedOn(on).length > 0)
  const leftOn = (on: Day): Fen =>
    series.points.findLast((point) => point.day <= on)?.plan ?? start.plan ?? start.fact ?? (0 as Fen)
  return [
    { on: series.today, left: start.fact ?? start.plan ?? (0 as Fen), freed: [] },
    ...stops.map((on) => ({ on, left: leftOn(on), freed: freedOn(on) })),
    { on: freeOn, left: 0 as Fen, freed: freedOn(freeOn) },
  ]
}

function thin(days: readonly Day[], isKept: (on: Day) => boolean): readonly Day[] {
  if (days.length <= MOST_STOPS_BETWEEN) return days
  const kept = days.filter(isKept).slice(0, MOST_STOPS_BETWEEN)
  const rest = days.filter((on) => !kept.includes(on))
  const room = MOST_STOPS_BETWEEN - kept.length
  const spread = Array.from({ length: room }, (_, index) => rest[Math.floor(((index + 0.5) * rest.length) / room)]!)
  return [...new Set([...kept, ...spread])].sort((a, b) => a - b)
}
