import { expect, it } from 'vitest'
import { dayText, monthText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { openHost } from './ledger-host.ts'

it('reminds of due days, of the evening before, and of the last look after a closing', async () => {
  let today = '2026-07-02'
  const { ask } = openHost(() => today)
  const said = async () =>
    (await ask('listReminders', {})).map(({ what, on, from, account, month, amount }) =>
      [dayText(on), `${from / 60}:00`, what, account, month && monthText(month), amount && yuanText(amount)]
        .filter(Boolean)
        .join(' '),
    )
  await ask('addAccount', { kind: 'huabei', terms: { statementDay: 1, dueDay: 10 } })
  await ask('enterBill', { account: 'huabei', month: '2026-07', shown: '320' })
  expect(await said()).toEqual([
    '2026-07-09 19:00 prepare huabei 2026-07 320.00',
    '2026-07-10 9:00 due huabei 2026-07 320.00',
  ])
  today = '2026-07-12'
  expect(await said()).toEqual(['2026-07-12 9:00 overdue huabei 2026-07 320.32'])
  await ask('recordRepayment', { amount: '320.32', on: '2026-07-12', split: [{ account: 'huabei', amount: '320.32' }] })
  await ask('recordClosing', { target: 'huabei', to: 'closed', on: '2026-07-12' })
  expect(await said()).toEqual(['2026-08-01 9:00 residue'])
})
