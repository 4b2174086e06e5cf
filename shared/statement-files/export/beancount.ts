import { addDays, dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { checkedJournal, type JournalItem } from '#shared/ledger/journal/journal-checks.ts'
import type { JournalRow } from '#shared/ledger/journal/journal-row.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Language } from '../language.ts'
import { beancountNames, type JournalNames } from './journal-names.ts'
import { accountsById, rowTexts } from './journal-words.ts'
import { oneLine } from './plain-text.ts'

/**
 * A beancount journal (formats.md 8.1): UTF-8 without a byte order mark, accounts in ASCII with the Chinese name beside
 * them, balances asserted on the day after, because beancount holds them at the start of a day.
 */
export function* beancountPieces(ledger: Ledger, language: Language): Generator<string> {
  const names = beancountNames(ledger)
  const accounts = accountsById(ledger)
  yield `option "title" ${quoted(language === 'en' ? 'HuaQing ledger' : '花清账本')}\noption "operating_currency" "CNY"\n`
  let opened = false
  for (const item of checkedJournal(ledger)) {
    if (!opened) yield opening(item, names)
    opened = true
    if (item.kind === 'row') yield transaction(item.row, names, rowTexts(item.row, { accounts, language }))
    else yield checked(item, names)
  }
}

/** Everything is opened on the first day on which anything happens. */
function opening(first: JournalItem, names: JournalNames): string {
  const on = dayText(first.kind === 'row' ? first.row.on : first.on)
  const opens = names.all.map(
    ({ name, title }) => `${on} open ${name} CNY\n${title === '' ? '' : `  name: ${quoted(title)}\n`}`,
  )
  return `\n${on} commodity CNY\n${opens.join('')}`
}

function transaction(row: JournalRow, names: JournalNames, { payee, memo }: { payee: string; memo: string }): string {
  const order = row.entry?.orderNo ?? null
  const lines = [
    `${dayText(row.on)} ${row.unsure || row.passing ? '!' : '*'} ${quoted(payee)} ${quoted(memo)}`,
    `  huaqing: ${quoted(row.id)}`,
    ...(order === null ? [] : [`  order-no: ${quoted(order)}`]),
    ...row.legs.map(({ to, amount }) => `  ${names.of(to)}  ${yuanText(amount)} CNY`),
  ]
  return `\n${lines.join('\n')}\n`
}

function checked(item: Exclude<JournalItem, { kind: 'row' }>, names: JournalNames): string {
  const name = names.of({ kind: 'debt', account: item.account })
  if (item.kind === 'check') return `\n${dayText(addDays(item.on, 1))} balance ${name}  ${yuanText(item.balance)} CNY\n`
  const text = `used quota shown ${yuanText(item.shown)}, by the entries ${yuanText(item.owed)}`
  return `\n${dayText(item.on)} note ${name} ${quoted(text)}\n`
}

const quoted = (text: string): string => `"${oneLine(text).replace(/[\\"]/g, (sign) => `\\${sign}`)}"`
