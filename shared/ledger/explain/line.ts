import { type Fen, fen, sumFen } from '#shared/kernel/money.ts'
import type { Account, AccountId } from '../account.ts'
import type { Certainty } from '../cells.ts'
import { weakest } from '../cells.ts'
import type { Derivation, DerivationLine } from '../derivation.ts'

/** One line of a derivation; what is not said has the plainest value. */
export function line(
  rule: string,
  amount: Fen,
  values: Partial<Omit<DerivationLine, 'rule' | 'amount'>> = {},
): DerivationLine {
  return {
    rule,
    values: {},
    amount,
    certainty: 'derived',
    source: '',
    rounding: null,
    entries: [],
    lines: [],
    ...values,
  }
}

/** A line that is the sum of others. */
export const sumLine = (
  rule: string,
  lines: readonly DerivationLine[],
  values: DerivationLine['values'] = {},
): DerivationLine =>
  line(rule, sumFen(lines.map((part) => part.amount)), { values, lines, certainty: certaintyOf(lines) })

/** A figure whose lines sum to it: the sum is taken, never stated beside them. */
export function derivation(figure: string, lines: readonly DerivationLine[]): Derivation {
  return { figure, amount: sumFen(lines.map((part) => part.amount)), certainty: certaintyOf(lines), lines }
}

/** As sure as the least sure of what makes it up: copied, if all of it was. Nothing is derived. */
function certaintyOf(lines: readonly DerivationLine[]): Certainty {
  const [first = 'derived', ...others] = lines.filter((part) => part.amount !== 0).map((part) => part.certainty)
  return others.reduce(weakest, first)
}

/** Lines of zero say nothing. */
export const spoken = (lines: readonly DerivationLine[]): readonly DerivationLine[] =>
  lines.filter((part) => part.amount !== 0)

/** A line for each account of which there is anything to tell. */
export const byAccount = (
  accounts: readonly Pick<Account, 'id' | 'name'>[],
  linesOf: (account: AccountId) => readonly DerivationLine[],
): readonly DerivationLine[] =>
  spoken(accounts.map(({ id, name }) => sumLine('account-owed', linesOf(id), { account: name })))

/** What is taken off: the line with every amount in it turned round. */
export const negated = (of: DerivationLine): DerivationLine => ({
  ...of,
  amount: fen(0 - of.amount),
  lines: of.lines.map(negated),
})
