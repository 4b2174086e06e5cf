import { civil, type Day } from '#shared/kernel/day.ts'
import { type Fen, fen, yuanText, ZERO } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import type { RowWhat } from '#shared/ledger/journal/journal-row.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Language } from '../language.ts'
import { type AccountRow, accountRows } from './account-rows.ts'
import { accountsById, type RowTexts, rowTexts } from './journal-words.ts'
import { oneLine } from './plain-text.ts'

/**
 * OFX 2 (formats.md 8.3): a card statement of one account, because most programs that read OFX take one at a time;
 * purchases negative, the balance negative while something is owed. FITID is the entry's own id, so that a program that
 * reads the next file takes nothing twice.
 */
export type OfxOptions = { readonly account: AccountId; readonly language: Language }

export function* ofxPieces(ledger: Ledger, { account: id, language }: OfxOptions): Generator<string> {
  const accounts = accountsById(ledger)
  const account = accounts.get(id)
  yield `${HEADER}<OFX>\n<SIGNONMSGSRSV1><SONRS>${STATUS}<DTSERVER>${instant(ledger.today, '120000')}</DTSERVER><LANGUAGE>${language === 'en' ? 'ENG' : 'CHI'}</LANGUAGE></SONRS></SIGNONMSGSRSV1>\n`
  let balance = ZERO
  let begun = false
  for (const row of accountRows(ledger, id)) {
    if (!begun) yield statementHead(id, { from: row.on, through: ledger.today })
    begun = true
    balance = fen(balance + row.amount)
    yield transaction(row, rowTexts(row.row, { accounts, language, account }))
  }
  if (!begun) yield statementHead(id, { from: ledger.today, through: ledger.today })
  yield statementEnd(balance, ledger.today)
}

const HEADER =
  '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n'
const STATUS = '<STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>'

type Span = { readonly from: Day; readonly through: Day }

function statementHead(id: AccountId, { from, through }: Span): string {
  return `<CREDITCARDMSGSRSV1><CCSTMTTRNRS><TRNUID>0</TRNUID>${STATUS}<CCSTMTRS><CURDEF>CNY</CURDEF><CCACCTFROM><ACCTID>${accountNumber(id)}</ACCTID></CCACCTFROM>\n<BANKTRANLIST><DTSTART>${instant(from, '000000')}</DTSTART><DTEND>${instant(through, '235959')}</DTEND>\n`
}

/**
 * At most 22 signs, and by them alone programs tell accounts apart: two lenders with Chinese names must not become one.
 * It follows from the account's id, so that the next file continues the last one.
 */
function accountNumber(id: AccountId): string {
  const plain = id.replace(/[^A-Za-z0-9-]/g, '')
  if (plain === id && plain.length <= 22) return plain
  return `${plain.slice(0, 15) || 'account'}-${fingerprint(id).slice(0, 6)}`
}

function transaction({ row, on, amount }: AccountRow, { payee, memo }: RowTexts): string {
  const order = xml(row.entry?.orderNo ?? '', 32)
  const said = cut(payee, 32) === payee ? memo : `${memo} ${payee}`
  const fields = [
    ['TRNTYPE', TYPES[row.what] ?? (amount < 0 ? 'DEBIT' : 'CREDIT')],
    // Noon: who reads it as an instant elsewhere has the same day still, midnight here is the day before.
    ['DTPOSTED', instant(on, '120000')],
    ['TRNAMT', yuanText(amount)],
    ['FITID', xml(row.id, 255)],
    ...(order === '' ? [] : [['REFNUM', order]]),
    ['NAME', xml(payee, 32)],
    ['MEMO', xml(said, 255)],
  ]
  return `<STMTTRN>${fields.map(([tag, value]) => `<${tag}>${value}</${tag}>`).join('')}</STMTTRN>\n`
}

const TYPES: Readonly<Partial<Record<RowWhat, string>>> = {
  purchase: 'DEBIT',
  refund: 'CREDIT',
  repayment: 'PAYMENT',
  interest: 'INT',
  fee: 'FEE',
  penalty: 'FEE',
}

const statementEnd = (balance: Fen, on: Day): string =>
  `</BANKTRANLIST><LEDGERBAL><BALAMT>${yuanText(balance)}</BALAMT><DTASOF>${instant(on, '235959')}</DTASOF></LEDGERBAL></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1>\n</OFX>\n`

const cut = (text: string, length: number): string => [...text].slice(0, length).join('').trimEnd()

/** On one line, cut before it is escaped, so that no escape is cut. OFX knows these three escapes and no other. */
const xml = (text: string, length: number): string =>
  cut(oneLine(text), length).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A time of a day in China. */
function instant(on: Day, time: string): string {
  const { year, month, day } = civil(on)
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${time}.000[+8:CST]`
}
