import fc from 'fast-check'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { readScenario } from '#shared/contract/scenario-ledger.ts'
import { isLending } from '#shared/ledger/account.ts'
import { journalOf } from '#shared/ledger/journal/journal-of.ts'
import { owedOn } from '#shared/ledger/owed-on.ts'
import { readHuaqingCsv } from '#shared/statement-files/huaqing-csv.ts'
import { type Asked, openHost } from '../handlers/ledger-host.ts'
import { patience, runs } from '../runs.ts'
import { askProgram, isInstalled, sayMissing } from '../statement-files/export/book-programs.ts'
import { type AnyCommand, anyCommand, BEGINNING } from './any-command.ts'

/** Whatever was done to a ledger, every form of it can be read, and its journal owes what the ledger owes. */

sayMissing(['hledger'])

async function send({ host }: Asked, { method, request }: AnyCommand): Promise<void> {
  const parsed = contract[method].request.safeParse(request)
  if (parsed.success) await host.call(method, parsed.data as never)
}

async function ledgerOf({ ask }: Asked) {
  const read = readScenario(JSON.parse((await ask('exportFile', { format: 'scenario' })).text))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value.ledger
}

it(
  'after any commands every export is readable, and the journal balances to what is owed',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { minLength: 5, maxLength: 30 }), async (sent) => {
        const asked = openHost('2026-07-05')
        for (const command of [...BEGINNING, ...sent]) await send(asked, command)
        const ledger = await ledgerOf(asked)
        const sums = new Map(ledger.accounts.map(({ id }) => [id, 0]))
        for (const { legs } of journalOf(ledger))
          for (const { to, amount } of legs)
            if (to.kind === 'debt') sums.set(to.account, (sums.get(to.account) ?? 0) - amount)
        for (const one of owedOn(ledger).accounts) {
          const lending = ledger.accounts.some((account) => account.id === one.id && isLending(account))
          const scheduled = lending ? one.cells.next.interest + one.cells.future.interest : one.earlyRepayFee.before
          expect([one.id, sums.get(one.id)]).toEqual([one.id, one.total - one.prepaid - scheduled])
        }

        const text = async (format: 'csv' | 'ics' | 'hledger' | 'ynab', account?: string) =>
          (await asked.ask('exportFile', { format, ...(account && { account }) })).text
        expect(readHuaqingCsv(await text('csv'))).toMatchObject({ ok: true, value: { problems: [] } })
        expect(new ICAL.Component(ICAL.parse(await text('ics'))).name).toBe('vcalendar')
        const first = ledger.accounts[0]?.id ?? ''
        expect(Papa.parse((await text('ynab', first)).trimEnd(), { delimiter: ',' }).errors).toEqual([])
        if (isInstalled('hledger')) {
          const args = (file: string) => ['-f', file, 'check', '--strict', 'ordereddates']
          expect(askProgram('hledger', await text('hledger'), args)).toEqual({ code: 0, out: '', err: '' })
        }
      }),
      runs(12),
    )
  },
  patience(120_000),
)
