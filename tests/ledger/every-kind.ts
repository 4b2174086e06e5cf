import { day, month } from '#shared/kernel/day.ts'
import { rate } from '#shared/kernel/rate.ts'
import { account, bill, combined, installments, ledger, loan, purchase, refund, repay, yuan } from './facts.ts'

/** Half a year in which everything happens once: every kind of entry, and everything that the rules make of them. */

const huabei = account('huabei', { name: '花呗', limit: yuan('8000') })
const js = account('credit-purchase', { id: 'js', name: '江苏银行信用购', lender: '江苏银行' })
const borrow = account('borrow', { name: '借呗' })
const card = account('other', {
  id: 'card',
  name: '某银行(卡)',
  otherDebt: {
    balance: yuan('1000'),
    balanceOn: day('2026-03-01'),
    interest: { model: 'daily-simple', dailyRate: rate('0.05%') },
  },
})

const coat = purchase('2026-02-03', '500', { id: 'coat', label: '外套"店"', orderNo: '2026020322001474514338471789' })
const phone = purchase('2026-02-10', '1111.11', { id: 'phone', label: '手机; 官方 (旗舰)' })
const late = purchase('2026-06-20', '88.80', { id: 'late', postedOn: null, label: '还没收货' })

export const everyKind = ledger(
  '2026-07-05',
  [huabei, js, borrow, card],
  [
    coat,
    phone,
    refund('2026-02-20', '20', coat, { id: 'back' }),
    purchase('2026-02-12', '300', { account: 'js', id: 'js1' }),
    // Minimum paid: the rest rolls with interest.
    repay('2026-03-09', '300', { account: 'huabei', month: '2026-03' }),
    // Nothing paid by the 10th: overdue, then paid late with its charge.
    repay('2026-03-20', '301.50', { account: 'js' }),
    installments('1111.11', 6, '4.5%', { id: 'plan', of: 'phone', firstBill: month('2026-03') }),
    // A bill that holds more than its entries.
    bill('2026-04', '700', { id: 'april' }),
    repay('2026-04-10', '700', { month: '2026-04' }),
    purchase('2026-04-15', '900', { id: 'tv' }),
    bill('2026-05', '1100.00', { id: 'may', paid: yuan('10') }),
    installments('600', 3, '2.3%', {
      id: 'moved',
      origin: 'bill',
      fromBill: month('2026-05'),
      firstBill: month('2026-06'),
    }),
    {
      kind: 'deferral',
      id: 'defer',
      label: '',
      orderNo: null,
      note: '',
      account: 'huabei',
      month: month('2026-05'),
      amount: yuan('100'),
      fee: yuan('1'),
      on: day('2026-05-03'),
    },
    repay('2026-05-10', '390'),
    repay('2026-06-15', '2000', { settles: 'plan' }),
    loan('6000', '2026-01-10', { id: 'loan', count: 6, paidParts: 1 }),
    repay('2026-03-10', '1052.87', { account: 'borrow' }),
    repay('2026-05-20', '3000', { account: 'borrow' }),
    repay('2026-04-02', '200', { account: 'card' }),
    combined('2026-06-05', '250', ['huabei', 'js'], '2026-06'),
    purchase('2026-05-28', '45', { account: 'js', id: 'js2', orderNo: '=1+1' }),
    late,
    refund('2026-06-25', '5', null, { id: 'flying', inFlight: true }),
    {
      kind: 'quota',
      id: 'quota',
      label: '',
      orderNo: null,
      note: '',
      account: 'huabei',
      used: yuan('1234.56'),
      on: day('2026-07-01'),
    },
    {
      kind: 'review',
      id: 'review',
      label: '看一下',
      orderNo: null,
      note: '',
      accounts: ['js'],
      reason: 'unknown-wording',
      amount: yuan('9'),
      on: day('2026-06-30'),
    },
    // More than is owed: paid ahead.
    repay('2026-07-03', '5000', { account: 'js' }),
  ],
)
