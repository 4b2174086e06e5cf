import { type Day, parseDay } from '#shared/kernel/day.ts'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { Account, AccountId } from '#shared/ledger/account.ts'
import type { ClosureTarget } from '#shared/ledger/ledger.ts'
import { wrongField } from './field-refusals.ts'
import type { Refusal } from './reply.ts'

/** The questions of a scenario: `owed`, `bills`, `projection`, `closure:huabei`, `quote:huabei@2026-07-10`. */
export type Ask =
  | { readonly kind: 'owed'; readonly on: Day }
  | { readonly kind: 'bills' }
  | { readonly kind: 'projection' }
  | { readonly kind: 'closure'; readonly target: ClosureTarget }
  | { readonly kind: 'quote'; readonly account: AccountId; readonly on: Day }

export type AskSurroundings = { readonly today: Day; readonly accounts: readonly Account[]; readonly hasPlan: boolean }

const TARGETS: readonly ClosureTarget[] = ['credit-purchase', 'huabei', 'borrow']

export function readAsks(texts: readonly string[], around: AskSurroundings): Outcome<readonly Ask[], Refusal> {
  const asks: Ask[] = []
  for (const [index, text] of texts.entries()) {
    const ask = readAsk(text, `ask[${index}]`, around)
    if (!ask.ok) return ask
    asks.push(ask.value)
  }
  return done(asks)
}

function readAsk(text: string, path: string, around: AskSurroundings): Outcome<Ask, Refusal> {
  const [kind = '', subject = ''] = splitOnce(text, ':')
  if (text === 'owed') return done({ kind: 'owed', on: around.today })
  if (text === 'bills') return done({ kind: 'bills' })
  if (text === 'projection') {
    return around.hasPlan ? done({ kind: 'projection' }) : refused({ kind: 'plan-missing', values: { path } })
  }
  if (kind === 'closure') {
    const target = TARGETS.find((one) => one === subject)
    return target ? done({ kind, target }) : refused(wrongField(path, 'value-not-offered', TARGETS.join(', ')))
  }
  if (kind === 'quote') return readQuote(subject, path, around)
  return refused(wrongField(path, 'ask-unknown', text))
}

function readQuote(subject: string, path: string, around: AskSurroundings): Outcome<Ask, Refusal> {
  const [account = '', dayPart] = splitOnce(subject, '@')
  if (!around.accounts.some(({ id }) => id === account)) return refused(wrongField(path, 'account-unknown', account))
  if (dayPart === undefined) return done({ kind: 'quote', account, on: around.today })
  const on = parseDay(dayPart)
  return on.ok ? done({ kind: 'quote', account, on: on.value }) : refused(wrongField(path, on.refusal.kind, dayPart))
}

function splitOnce(text: string, mark: string): readonly [string, string?] {
  const at = text.lastIndexOf(mark) === -1 ? -1 : mark === ':' ? text.indexOf(mark) : text.lastIndexOf(mark)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
