import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openBook } from './book.ts'

/**
 * Files of one person, in any order and twice, are one ledger: what is owed, what can be closed and what is asked is the
 * same. Accounts may stand in another order, which is the order in which files named them.
 */

const FIXTURES = join(import.meta.dirname, '../fixtures')
const APP = 'alipay-app-2026-gb18030.csv'
const OVERLAP = 'alipay-app-2026-overlap-gb18030.csv'
const UNCONFIRMED = 'alipay-app-unconfirmed-wording-gb18030.csv'
const ZIP = 'alipay-app-2026-aes256-password-123456.zip'
const FOREIGN = ['wechat-2026.xlsx', 'meituan-2026.csv']

type Owed = { readonly accounts: readonly { readonly id: string }[]; readonly nextDue: readonly unknown[] }
type Closures = {
  readonly closures: readonly {
    readonly target: string
    readonly verdict: string
    readonly requirements: readonly { readonly code: string; readonly status: string }[]
  }[]
}

const sorted = <T>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

async function told(order: readonly string[]) {
  const book = openBook('2026-09-05')
  for (const name of order) {
    const password = name === ZIP ? ' --password 123456' : ''
    await book.story(`import ${join(FIXTURES, name)}${password}`)
  }
  const owed = (await book.ask('owed')) as Owed
  const { closures } = (await book.ask('closure')) as Closures
  const { review } = (await book.ask('review list')) as { review: readonly { readonly accounts: readonly string[] }[] }
  const { bills } = (await book.ask('bill list')) as { bills: readonly unknown[] }
  return {
    owed: { ...owed, accounts: sorted(owed.accounts), nextDue: sorted(owed.nextDue) },
    closures: closures.map(({ target, verdict, requirements }) => ({
      target,
      verdict,
      open: requirements.map(({ code, status }) => [code, status]),
    })),
    reviews: sorted(review),
    bills: sorted(bills),
  }
}

it('files in any order and twice are one ledger', async () => {
  const first = await told([APP, OVERLAP, UNCONFIRMED, ...FOREIGN])
  expect(first.reviews.length).toBeGreaterThan(10)
  for (const order of [
    [UNCONFIRMED, ...FOREIGN, OVERLAP, APP],
    [OVERLAP, UNCONFIRMED, APP, ...FOREIGN, UNCONFIRMED, OVERLAP, ZIP],
    [...FOREIGN, ZIP, UNCONFIRMED, APP, OVERLAP, APP],
  ]) {
    expect(await told(order)).toEqual(first)
  }
})
