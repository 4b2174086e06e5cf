import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { checkedJournal, type JournalItem } from '#shared/ledger/journal/journal-checks.ts'
import type { JournalRow } from '#shared/ledger/journal/journal-row.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Language } from '../language.ts'
import { hledgerNames, type JournalNames } from './journal-names.ts'
import { accountsById, type RowTexts, rowTexts } from './journal-words.ts'
import { oneLine } from './plain-text.ts'

/**
 * A journal that hledger and ledger both read strictly (formats.md 8.2): every account and the commodity declared, the
 * type of an account on a line of its own, two spaces before each amount, no text of the user in a comment, where it
 * could be read as a tag.
 */
export function* hledgerPieces(ledger: Ledger, language: Language): Generator<string> {
  const names = hledgerNames(ledger)
  const accounts = accountsById(ledger)
  yield `; ${language === 'en' ? 'HuaQing ledger' : '花清账本'}\n\ncommodity CNY\n    format 1,000.00 CNY\n`
  for (const { name, type } of names.all) yield `account ${name}\n    ; type:${type}\n`
  for (const item of checkedJournal(ledger)) {
    if (item.kind === 'row') yield transaction(item.row, names, rowTexts(item.row, { accounts, language }))
    else yield checked(item, names)
  }
}

function transaction(row: JournalRow, names: JournalNames, { payee, memo }: RowTexts): string {
  const mark = row.unsure || row.passing ? '!' : '*'
  const code = clean(row.entry?.orderNo ?? row.id).replace(/[()]/g, '')
  const lines = [
    `${dayText(row.on)} ${mark} (${code}) ${clean(payee)} | ${clean(memo)}`,
    ...row.legs.map(({ to, amount }) => `    ${names.of(to)}  ${yuanText(amount)} CNY`),
  ]
  return `\n${lines.join('\n')}\n`
}

function checked(item: Exclude<JournalItem, { kind: 'row' }>, names: JournalNames): string {
  const name = names.of({ kind: 'debt', account: item.account })
  if (item.kind === 'differs')
    return `\n; ${dayText(item.on)} used quota shown ${yuanText(item.shown)}, by the entries ${yuanText(item.owed)}\n`
  return `\n${dayText(item.on)} * (balance) HuaQing\n    ${name}  0.00 CNY = ${yuanText(item.balance)} CNY\n`
}

/** A semicolon begins a comment, a bar parts payee and note. */
const clean = (text: string): string => oneLine(text).replaceAll(';', '；').replaceAll('|', '｜')
