import type { Translated } from '../words.ts'
import type { exportPage as zh } from '../zh-cn/export.ts'

export const exportPage: Translated<typeof zh> = {
  title: 'Export',
  note: 'Save a file: to keep, or for another program',
  which: 'Save as',
  'name.csv': 'HuaQing CSV',
  'name.scenario': 'Scenario JSON',
  'name.ics': 'Calendar of due days',
  'name.beancount': 'Beancount',
  'name.hledger': 'hledger, ledger',
  'name.ofx': 'OFX',
  'name.actual': 'Actual Budget',
  'name.ynab': 'YNAB',
  'name.dossier': 'Closure dossier',
  'for.csv': 'To keep. Accounts, all entries and closing confirmations; imported back, not one differs',
  'for.scenario': 'To recompute every figure on the command line: huaqing simulate',
  'for.ics': 'For the calendar of a phone or computer; reminds the evening before and in the morning',
  'for.beancount': 'Double entry, with the balance of every account asserted',
  'for.hledger': 'Double entry with Chinese account names, the balance of every account asserted',
  'for.ofx': 'Read by GnuCash, Money Manager Ex and others; every row has its id, so nothing comes in twice',
  'for.actual': 'One account, interest and fees in categories',
  'for.ynab': 'One account, repayments as transfers',
  'for.dossier': 'For paper and for others, every figure with how it came about',
  cannot: 'What it cannot carry',
  'cannot.csv': 'Plans, contact records and the history of changes. A backup keeps everything',
  'cannot.scenario': 'Contact records and the history of changes',
  'cannot.ics':
    'What changes later. After a payment or a new bill export again: the calendar updates its entries and adds none twice',
  'cannot.beancount':
    'Purchases awaiting receipt, plans and terms. A balance is the principal with the interest and fees so far, less what was paid ahead; fees and interest of later parts are not in it. Interest and overdue charges that still run stand there as of today, marked as pending: tomorrow they are another figure',
  'cannot.hledger':
    'Purchases awaiting receipt, plans and terms. A balance is the principal with the interest and fees so far, less what was paid ahead; fees and interest of later parts are not in it. Interest and overdue charges that still run stand there as of today, marked as pending: tomorrow they are another figure',
  'cannot.ofx':
    'Purchases awaiting receipt, plans, terms, and interest and overdue charges that still run and are in no bill yet: tomorrow they are another figure, so the balance there is lower by them than what is owed',
  'cannot.actual':
    'Purchases awaiting receipt, plans, terms, and interest and overdue charges that still run and are in no bill yet: tomorrow they are another figure, so the balance there is lower by them than what is owed',
  'cannot.ynab':
    'Purchases awaiting receipt, plans, terms, and interest and overdue charges that still run and are in no bill yet: tomorrow they are another figure, so the balance there is lower by them than what is owed',
  'cannot.dossier': 'The attached files themselves; the complaint pack on the page Case has them',
  options: 'How',
  account: 'Account',
  accountNone: 'No account yet',
  bom: 'For Excel',
  bomNote: 'Adds a UTF-8 mark, without which Excel does not read Chinese. Leave it off for other programs',
  amounts: 'With amounts',
  amountsNote: 'Without them nobody who sees the calendar knows how much is owed',
  lock: 'Lock with a passphrase',
  lockNote:
    'In the age format: the passphrase opens it, with HuaQing or without. Nobody can open it once that is forgotten',
  passphrase: 'Passphrase',
  again: 'Once more',
  differ: 'The two differ',
  save: 'Save file',
  making: 'Writing the file',
  locking: 'Locking it, this takes some seconds',
  privacy: 'The file holds entries and amounts for anyone who gets it. Lock it before you send it to somebody.',
  done: 'Saved as {name}',
  handed: '{name} was handed to the browser to download',
  'failed.full': 'The disk is full; not saved. Make room and try again. The ledger is unchanged.',
  'failed.closed': 'Nothing can be written there; not saved. Choose another place. The ledger is unchanged.',
  'failed.other': 'Not saved; the system says {code}. The ledger is unchanged.',
}
