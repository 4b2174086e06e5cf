import { z } from 'zod'
import { type Day, type Month, parseDay, parseMonth } from '#shared/kernel/day.ts'
import { type Fen, parseYuan } from '#shared/kernel/money.ts'
import { type Outcome, refused } from '#shared/kernel/outcome.ts'
import { parseRate, RATE_SCALE, type Rate } from '#shared/kernel/rate.ts'

/** The leaves of every request and scenario: text as people write it in, exact values out. A wrong leaf names its violated rule. */

type LeafRefusal = { readonly kind: string }

/** Text through one of the kernel's parsers; the refusal's kind becomes the issue's message. Nothing is not a wrong text. */
function leaf<T>(parse: (text: string) => Outcome<T, LeafRefusal>) {
  return z
    .string()
    .max(64)
    .transform((text, context): T => {
      const outcome = parse(text)
      if (outcome.ok) return outcome.value
      const kind =
        text.trim() === '' && outcome.refusal.kind !== 'amount-empty' ? 'field-missing' : outcome.refusal.kind
      context.issues.push({ code: 'custom', message: kind, input: text })
      return z.NEVER
    })
}

/** Ten million yuan: larger debts of one person are typing errors, said as such. */
export const MAX_ENTERED = 1_000_000_000

export const zMoney = leaf<Fen>(parseYuan)
/** An amount that a person can owe or pay: from 0 to ten million yuan. */
export const zAmount = leaf<Fen>((text) => checked(parseYuan(text), amountFault))
export const zPositive = leaf<Fen>((text) =>
  checked(parseYuan(text), (amount) => (amount === 0 ? 'amount-zero' : amountFault(amount))),
)

function amountFault(amount: Fen): string | null {
  if (amount < 0) return 'amount-negative'
  return amount >= MAX_ENTERED ? 'amount-unlikely' : null
}

/** Checked with the parse, not after it: ten thousand entries have ten thousand amounts. */
function checked<T>(outcome: Outcome<T, LeafRefusal>, faultOf: (value: T) => string | null): Outcome<T, LeafRefusal> {
  const kind = outcome.ok ? faultOf(outcome.value) : null
  return kind === null ? outcome : refused({ kind })
}

/** `0.0005` is a rate as well as `0.05%`; `8.8` is one that lost its percent sign. */
function rateOf(text: string): Outcome<Rate, LeafRefusal> {
  const isBare = !/[%％]/.test(text)
  return checked(parseRate(text), (rate) => (isBare && rate >= RATE_SCALE ? 'rate-without-percent' : null))
}

export const zDay = leaf<Day>(parseDay)
export const zMonth = leaf<Month>(parseMonth)
export const zRate = leaf<Rate>(rateOf)
/** What a day may cost: a twentieth of a percent is usual, more than one is a typing error. */
export const zDailyRate = leaf<Rate>((text) =>
  checked(rateOf(text), (daily) => (daily > RATE_SCALE / 100 ? 'daily-rate-unlikely' : null)),
)
/** A share of an amount: at most all of it. */
export const zShare = leaf<Rate>((text) =>
  checked(rateOf(text), (share) => (share > RATE_SCALE ? 'share-too-large' : null)),
)
export const zDayOfMonth = z.int().min(1).max(31)
export const zTarget = z.enum(['credit-purchase', 'huabei', 'borrow'])
export const zId = z.string().min(1).max(64)
export const zLabel = z.string().max(200)
export const zCount = z.int().min(1).max(360)
