import { addDays, civil, type Day, dayText } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { CaseFactId, Channel } from '#shared/ledger/case/case-fact.ts'
import type { Projection, Warning } from '../answers.ts'
import { warning } from '../warning.ts'

/**
 * The payments of a plan against the channels that Alipay deducts from, in their order: which one can carry each, and
 * what stops the others (domain.md 9.1, 9.3). What lies somewhere is known for today only, so it is checked for the
 * month to come; caps of a year are used up by the balance alone, cards and Yu'e Bao do not count.
 */
export type CheckedPayment = {
  readonly on: Day
  readonly account: AccountId
  readonly amount: Fen
  /** Under which its amount can be asked. */
  readonly explain: string
  /** The first channel that can carry it; null where none can, or none is registered. */
  readonly channel: CaseFactId | null
  readonly stops: readonly (Warning & { readonly channel: CaseFactId })[]
}

/** A year of payments is what someone can arrange for. */
const LOOK_AHEAD = 366
const MONEY_KNOWN = 31

export function checkChannels(
  projection: Pick<Projection, 'events'>,
  channels: readonly Channel[],
  today: Day,
): readonly CheckedPayment[] {
  const order = automatic(channels)
  const used = new Map<string, number>()
  const payments = projection.events.filter(
    ({ what, on, amount }) => isPayment(what) && on <= addDays(today, LOOK_AHEAD) && amount > 0,
  )
  return payments.map(({ on, account, amount, explain }) => {
    const stops: CheckedPayment['stops'][number][] = []
    let taker: Channel | null = null
    for (const channel of order) {
      const stop = stopOf(channel, { on, amount }, { used, today })
      if (stop === null) {
        taker = channel
        break
      }
      stops.push({ ...stop, channel: channel.id })
    }
    if (taker) for (const key of keysOf(taker, on)) used.set(key, (used.get(key) ?? 0) + amount)
    return { on, account, amount, explain, channel: taker?.id ?? null, stops }
  })
}

const isPayment = (what: string): boolean => what === 'repayment' || what === 'early-settlement'

/** Taken first comes first; what is not part of the deduction is for paying by hand. */
const automatic = (channels: readonly Channel[]): readonly Channel[] =>
  channels.filter(({ place }) => place !== null).sort((a, b) => (a.place ?? 0) - (b.place ?? 0))

const yearKey = (channel: Channel, on: Day): string => `${channel.id} ${civil(on).year}`
const keysOf = (channel: Channel, on: Day): readonly string[] => [channel.id, yearKey(channel, on)]

type Used = { readonly used: ReadonlyMap<string, number>; readonly today: Day }

function stopOf(channel: Channel, payment: { on: Day; amount: Fen }, { used, today }: Used): Warning | null {
  const { on, amount } = payment
  const values = { on: dayText(on), amount: yuanText(amount), label: channel.label, way: channel.way }
  const { perPayment, perYear, available } = channel
  if (perPayment !== null && amount > perPayment) {
    return warning('channel-per-payment', { ...values, most: yuanText(perPayment) })
  }
  if (perYear !== null) {
    const before = civil(on).year === civil(channel.on).year ? channel.usedThisYear : 0
    const left = fen(Math.max(0, perYear - before - (used.get(yearKey(channel, on)) ?? 0)))
    if (amount > left) return warning('channel-year-cap', { ...values, left: yuanText(left) })
  }
  if (available !== null && on <= addDays(today, MONEY_KNOWN)) {
    const left = fen(Math.max(0, available - (used.get(channel.id) ?? 0)))
    if (amount > left) return warning('channel-not-enough', { ...values, left: yuanText(left) })
  }
  return null
}
