import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { termFields } from '#shared/contract/account-fields.ts'
import { runCommandLine } from '../../electron/cli/run-command-line.ts'
import { type Book, openBook } from './book.ts'

/** Every rule that a command can break, with the sentence that says it. */
let book: Book

beforeAll(async () => {
  book = openBook('2026-07-05', afterAll)
  await book.story(`
    account add --kind huabei --limit 8000 --statement-day 1 --due-day 10 --opened 2025-01-01
    account add --kind credit-purchase --id js --lender 江苏银行
    account add --kind borrow --id jb
    account add --kind other --id card --name "Card A" --balance 1000 --interest monthly-apr --rate 24% --minimum 25
    purchase add huabei --id p1 --amount 120 --on 2026-06-03 --order 2026060300001
    purchase add huabei --id late --amount 30 --on 2026-07-02 --awaiting
    refund add huabei --id r1 --amount 20 --on 2026-06-20 --of p1
    bill add huabei 2026-06 --amount 500
    installments add huabei --id i1 --from-bill 2026-06 --principal 300 --count 3 --fee-rate 2.5% --first-bill 2026-07
    purchase add huabei --id phone --amount 600 --on 2026-06-04
    installments add huabei --id i2 --of phone --principal 600 --count 6 --first-bill 2026-07
    loan add jb --id l1 --principal 6000 --drawn 2026-01-10 --daily-rate 0.05% --method equal-installment --count 6 --repay-day 10 --paid-parts 5
  `)
})

describe('refused', () => {
  it.each<[command: string, sentence: string]>([
    ['account add --kind huabei', '花呗 of this Alipay account is already there (huabei)'],
    ['account add --kind other --id card', 'There already is an account “card”'],
    ['account add --kind huabei --id again', '花呗 of this Alipay account is already there (huabei)'],
    [
      'account add --kind credit-purchase --id js2 --lender 江苏银行',
      '信用购 江苏银行 of this Alipay account is already there (js)',
    ],
    ['account add --kind borrow --id jb2 --owner B --balance 5', 'Only other debts state a balance'],
    ['account add --kind gift', 'kind: must be one of: huabei, credit-purchase, borrow, credit-loan, other'],
    [
      'account add --kind other --interest monthly-apr --rate 24% --repay-day 18',
      'interest.repayDay: no such field; there are: model, annualRate, minimum, minimumPercent, minimumFloor',
    ],
    [
      'account add --kind other --interest daily-simple --rate 0.05% --minimum 5',
      'interest.minimum: no such field; there are: model, dailyRate',
    ],
    [
      'account add --kind other --rate 24%',
      'interest.model: must be one of: none, monthly-apr, daily-simple, flat-fee, equal-principal',
    ],
    ['account add --kind other --limit -5', 'limit: an amount cannot be negative'],
    ['account edit nobody --limit 5', 'There is no account “nobody”'],
    ['account close huabei --on 2024-12-31', 'Closed on 2024-12-31, before it was opened on 2025-01-01'],
    ['account terms huabei --from 2026-07-01', 'No term to change was given'],
    [
      'account terms huabei --from 2026-07-01 --set color=red',
      `set.color: no such field; there are: ${Object.keys(termFields.shape).join(', ')}`,
    ],
    ['account terms huabei --from 2026-02-30 --set dueDay=8', 'from: 2026-02-30 does not exist'],
    ['bill add jb 2026-06 --amount 5', '“jb” has no monthly bills; only Huabei and Credit Purchase have'],
    ['bill add huabei 2026-06 --amount 5', 'The bill of 2026-06 is already there; edit that entry to change it'],
    ['bill add huabei 2024-12 --amount 5', 'The bill of 2024-12 is before the account was opened (2025-01-01)'],
    ['bill add huabei 2026-07', 'A bill needs a total, parts or a minimum'],
    ['bill add huabei 2026-07 --amount 10 --principal 8 --fee 1', 'The parts sum to 9.00, the total says 10.00'],
    ['bill add huabei 2026-07 --amount 10 --minimum 11', 'The minimum 11.00 is larger than the total 10.00'],
    ['bill add huabei 2026-07 --amount 10 --paid 11', 'Already paid 11.00 is more than the total 10.00'],
    ['bill add huabei 2026-13 --amount 10', 'month: “2026-13” is not a month; write it like 2026-07'],
    ['purchase add jb --amount 5', '“jb” has no monthly bills; only Huabei and Credit Purchase have'],
    ['purchase add huabei --amount 0', 'amount: the amount must be above zero'],
    ['repay add huabei --amount ten', 'amount: “ten” is not an amount'],
    ['purchase add huabei --amount 1e3', 'amount: “1e3”: write it as a plain number'],
    ['purchase add huabei --amount 10000000', 'amount: an amount must be below 10,000,000 yuan; please check it'],
    [
      'purchase add huabei --amount 5 --on 2026-06-03 --posted 2026-06-02',
      'Posted on 2026-06-02, before it was ordered on 2026-06-03',
    ],
    ['purchase add huabei --amount 5 --order 2026060300001', 'The order 2026060300001 is already recorded (p1)'],
    ['purchase add huabei --amount 5 --id p1', 'There already is an entry p1'],
    ['entry edit p1 --amount 19.99', '20.00 of this purchase has been refunded; it cannot be less'],
    ['entry edit phone --amount 599.99', '600.00 of this purchase is in installments; it cannot be less'],
    ['entry edit i2 --amount 600.01', 'The plan’s principal of 600.01 is more than its purchase of 600.00'],
    ['entry edit p1 --amount 120', 'There is nothing to change'],
    ['entry edit p1 --split huabei=1', 'An entry of this kind has no “split”'],
    ['entry edit p9 --amount 1', 'There is no entry p9'],
    ['entry delete p1', '1 entry depends on it (refunds, installments or repayments); deal with it first'],
    ['receipt confirm p1', 'This purchase was received on 2026-06-03 already'],
    ['receipt confirm r1', 'r1 is not a purchase'],
    ['receipt confirm late --on 2026-07-01', 'Posted on 2026-07-01, before it was ordered on 2026-07-02'],
    ['refund add huabei --amount 5 --of p9', 'There is no entry p9'],
    ['refund add huabei --amount 5 --of i1', 'i1 is not a purchase'],
    ['refund add js --amount 5 --of p1', 'The refund is on “js”, its purchase on “huabei”'],
    [
      'refund add huabei --amount 5 --on 2026-06-02 --of p1',
      'The refund on 2026-06-02 is before its purchase on 2026-06-03',
    ],
    [
      'refund add huabei --amount 100.01 --of p1',
      'The refund of 100.01 is more than the 100.00 of the purchase that is not refunded yet',
    ],
    ['repay add --amount 5', 'Please say which account was repaid'],
    ['repay add nobody --amount 5', 'There is no account “nobody”'],
    ['repay add huabei --amount 5 --on 2026-07-06', '2026-07-06 has not come yet'],
    ['repay add --amount 5 --split huabei=3 --split js=1', 'The parts sum to 4.00; the repayment is 5.00, 1.00 apart'],
    ['repay add --amount 2 --bill 2026-06 --split huabei=1 --split huabei=1', '“huabei” 2026-06 is named twice'],
    ['repay add jb --amount 5 --bill 2026-06', '“jb” has no monthly bills; only Huabei and Credit Purchase have'],
    ['repay add huabei --amount 5 --settles p1', 'p1 is neither installments nor a loan'],
    ['repay add huabei --amount 5 --settles l1', 'l1 belongs to “jb”, not to “huabei”'],
    [
      'installments add huabei --from-bill 2026-06 --principal 5 --count 3',
      'The bill of 2026-06 has already been moved to installments',
    ],
    ['account terms huabei --from 2026-01-01 --set minRatio=500%', 'set.minRatio: “500%” is above 100%'],
    ['installments add huabei --principal 600 --count 3', 'firstBill: is missing'],
    [
      'installments add huabei --from-bill 2026-09 --principal 5 --count 3',
      'The bill of 2026-09 is issued on 2026-09-01; until then it changes, so enter it afterwards',
    ],
    [
      'installments add huabei --origin bill --first-bill 2026-07 --principal 5 --count 3',
      'Installments of a bill need the month of that bill',
    ],
    [
      'installments add huabei --from-bill 2026-07 --first-bill 2026-06 --principal 5 --count 3',
      'The first installment (2026-06) is before the bill it comes from (2026-07)',
    ],
    [
      'installments add huabei --from-bill 2026-06 --of p1 --first-bill 2026-07 --principal 5 --count 3',
      'Installments of a bill move the bill itself; they cannot name a purchase as well',
    ],
    [
      'installments add huabei --of p1 --first-bill 2026-07 --principal 120.01 --count 3',
      'The plan’s principal of 120.01 is more than its purchase of 120.00',
    ],
    ['installments add huabei --of p9 --first-bill 2026-07 --principal 5 --count 3', 'There is no entry p9'],
    [
      'installments add js --of p1 --first-bill 2026-07 --principal 5 --count 3',
      'The installments are on “js”, their purchase on “huabei”',
    ],
    [
      'installments add huabei --first-bill 2026-07 --principal 5 --count 3 --paid-periods 4',
      '4 of only 3 parts are marked as paid',
    ],
    [
      'loan add huabei --principal 5 --drawn 2026-01-10 --daily-rate 0.05% --method interest-only --count 6 --repay-day 10',
      '“huabei” has no loans; only Borrow and Credit Loan have',
    ],
    [
      'loan add jb --principal 5 --drawn 2026-08-10 --daily-rate 0.05% --method interest-only --count 6 --repay-day 10',
      '2026-08-10 has not come yet',
    ],
    ['defer add js --bill 2026-06 --amount 5 --fee 0.08', 'There is no bill of 2026-06 for “js”'],
    ['defer add huabei --bill 2026-06 --amount 5 --fee 0.08', 'On 2026-07-05 the bill was past its due day 2026-06-10'],
    ['quota copy huabei --used 8000.01', 'The used quota 8000.01 is larger than the limit 8000.00'],
    ['quota copy huabei --used 5 --on 2026-07-06', '2026-07-06 has not come yet'],
    ['quote nobody', 'There is no account “nobody”'],
    ['quote huabei --on 2026-07-04', '2026-07-04 is past'],
    ['owed --on 2026-02-29', 'on: 2026-02-29 does not exist'],
    [
      'closure confirm --target huabei --code billed-zero',
      '“billed-zero” follows from the ledger and cannot be confirmed by saying so',
    ],
    ['closure confirm --target huabei --code weather', 'Closing huabei has no requirement “weather”'],
    ['account add --kind other --opened 2026-07-06', '2026-07-06 has not come yet'],
    ['account edit huabei', 'There is nothing to change'],
    ['account edit huabei --upgraded 2026-07-06', '2026-07-06 has not come yet'],
    [
      'account terms huabei --from 2026-07-01 --set minRatio=10',
      'set.minRatio: “10” without a percent sign means 100% or more; write 10%',
    ],
    ['account close js --on 2026-07-06', '2026-07-06 has not come yet'],
    ['purchase add huabei --amount 5 --on 2026-07-06', '2026-07-06 has not come yet'],
    ['purchase add huabei --amount 5 --posted 2026-07-06', '2026-07-06 has not come yet'],
    ['receipt confirm late --on 2026-07-06', '2026-07-06 has not come yet'],
    ['refund add huabei --amount 5 --on 2026-07-06', '2026-07-06 has not come yet'],
    ['bill list --account nobody', 'There is no account “nobody”'],
    ['entry list --account nobody', 'There is no account “nobody”'],
    [
      'entry list --kind gift',
      'kind: must be one of: purchase, refund, bill, repayment, installments, loan, deferral, quota, review',
    ],
    ['bill add huabei 2026-7 --amount 5', 'month: “2026-7” is not a month; write it like 2026-07'],
    ['installments add huabei --principal 600 --first-bill 2026-08 --count 3.5', 'count: must be a whole number'],
    ['installments add huabei --principal 600 --first-bill 2026-08 --count -3', 'count: must be at least 1'],
    [
      'installments add huabei --principal 600 --first-bill 2026-08 --count 3 --fee-rate 8.8',
      'feeRate: “8.8” without a percent sign means 100% or more; write 8.8%',
    ],
    [
      'installments add huabei --principal 600 --first-bill 2026-08 --count 3 --fee-rate 101%',
      'feeRate: “101%” is above 100%',
    ],
    [
      'loan add jb --principal 5 --drawn 2026-01-10 --daily-rate 1.5% --method interest-only --count 6 --repay-day 10',
      'dailyRate: “1.5%” a day is too much, please check it; 0.05% is usual',
    ],
    ['closure current --on 2026-07-06', '2026-07-06 has not come yet'],
    ['review resolve p1.review --ignore', 'Nothing named p1.review waits for an answer'],
    ['explain weather', 'There is no figure “weather”'],
    ['redo', 'There is nothing to redo'],
    ['import nowhere.csv', 'No file at nowhere.csv'],
    ['simulate nowhere.json', 'No file at nowhere.json'],
  ])('%s', async (command, sentence) => {
    const before = await book.ask('entry list')
    expect(await book.tell(command)).toEqual({ code: 1, out: '', err: `${sentence}\n` })
    expect(await book.ask('entry list')).toEqual(before)
  })
})

describe('wrong usage', () => {
  it.each<[command: string, sentence: string]>([
    ['xyzzy', "Wrong usage: unknown command 'xyzzy'"],
    ['account add', "Wrong usage: required option '--kind <kind>' not specified"],
    ['owed --colour red', "Wrong usage: unknown option '--colour'"],
    ['purchase add --amount 5', 'Wrong usage: ACCOUNT'],
    ['purchase add huabei --amount 5 --amount 6', 'Wrong usage: --amount 5 --amount 6'],
    ['purchase add huabei --account js --amount 5', 'Wrong usage: ACCOUNT: huabei --account js'],
    ['account add --kind other --kind huabei', 'Wrong usage: --kind other --kind huabei'],
    ['--today 2026-07-06 owed', 'Wrong usage: --today 2026-07-05 --today 2026-07-06'],
    [
      'account terms huabei --from 2026-07-01 --set dueDay=8 --set dueDay=9',
      'Wrong usage: --set dueDay=… --set dueDay=9',
    ],
    [
      'review resolve p1 --as purchase --ignore',
      'Wrong usage: --split ID=A | --as KIND | --refund-of ENTRY | --own A | --replaces | --ignore',
    ],
    ['repay add huabei --account js --amount 5', 'Wrong usage: ACCOUNT: huabei --account js'],
    ['repay add --amount 5 --candidate huabei --split js=5', 'Wrong usage: --candidate | --split'],
    ['export --format xml --out x', 'Wrong usage: --format csv|scenario|ics|beancount|hledger|ofx|actual|ynab|dossier'],
  ])('%s', async (command, sentence) => {
    expect(await book.tell(command)).toEqual({ code: 2, out: '', err: `${sentence}\n` })
  })
})

it('a day or a language that there is not', async () => {
  const said: string[] = []
  const streams = { out: () => {}, err: (text: string) => said.push(text) }
  expect(await runCommandLine(['--lang', 'en', '--today', '2026-02-30', 'owed'], streams)).toBe(2)
  expect(await runCommandLine(['--lang', 'fr', 'owed'], streams)).toBe(2)
  expect([said[0], said[1]?.endsWith('--lang zh-CN|en\n')]).toEqual(['Wrong usage: --today 2026-02-30\n', true])
})
