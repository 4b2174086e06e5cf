import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { closureJson } from '#shared/contract/json/closure-json.ts'
import { owedJson } from '#shared/contract/json/owed-json.ts'
import { projectionJson } from '#shared/contract/json/projection-json.ts'
import { quoteJson } from '#shared/contract/json/quote-json.ts'
import { answerScenario } from '#shared/contract/scenario-answers.ts'
import { readScenario } from '#shared/contract/scenario-ledger.ts'
import { addDays, day, dayText } from '#shared/kernel/day.ts'
import { ZERO } from '#shared/kernel/money.ts'
import { type Asked, openHost } from '../handlers/ledger-host.ts'
import { runs } from '../runs.ts'
import { type AnyCommand, anyCommand, BEGINNING } from './any-command.ts'

/** What leaves as a scenario answers elsewhere as the ledger does here, byte for byte (engine.md 9). */

const TODAY = day('2026-07-05')
const TARGETS = ['credit-purchase', 'huabei', 'borrow'] as const

async function ledgerSays({ ask }: Asked): Promise<readonly string[]> {
  const accounts = await ask('listAccounts', {})
  const asked = [
    owedJson(await ask('getOwed', {}), ZERO),
    projectionJson((await ask('getProjection', {})).projection),
    ...(await Promise.all(TARGETS.map(async (target) => closureJson(await ask('getClosure', { target }))))),
    ...(await Promise.all(
      accounts.flatMap(({ id }) => quoteDays.map(async (on) => quoteJson(await ask('getQuote', { account: id, on })))),
    )),
  ]
  return asked.map((one) => JSON.stringify(one))
}

const quoteDays = [0, 9, 40].map((later) => dayText(addDays(TODAY, later)))

async function scenarioSays({ ask }: Asked): Promise<readonly string[]> {
  const accounts = await ask('listAccounts', {})
  const file = JSON.parse((await ask('exportFile', { format: 'scenario' })).text) as object
  const quotes = accounts.flatMap(({ id }) => quoteDays.map((on) => `quote:${id}@${on}`))
  const asks = ['owed', 'projection', ...TARGETS.map((target) => `closure:${target}`), ...quotes]
  const read = readScenario({ ...file, ask: asks })
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  const answered = answerScenario(read.value)
  if (!answered.ok) throw new Error(JSON.stringify(answered.refusal))
  const { owed, projection, closures, quotes: quoted } = answered.value
  const said = [
    owedJson(owed!, ZERO),
    projectionJson(projection!),
    ...closures.map((closure) => closureJson(closure)),
    ...quoted.map((one) => quoteJson(one)),
  ]
  return said.map((one) => JSON.stringify(one))
}

/** As the border does it: what cannot be read is not asked. */
async function send({ host }: Asked, { method, request }: AnyCommand): Promise<void> {
  const parsed = contract[method].request.safeParse(request)
  if (parsed.success) await host.call(method, parsed.data as never)
}

const PLAN: AnyCommand = {
  method: 'savePlan',
  request: {
    name: '还清',
    monthly: '800.00',
    payOn: 8,
    strategy: 'snowball',
    lumps: [{ on: '2026-09-01', amount: '300.00' }],
  },
}

it('whatever was done to a ledger, its scenario answers byte for byte like it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCommand, { minLength: 5, maxLength: 30 }), async (sent) => {
      const asked = openHost(dayText(TODAY))
      for (const command of [...BEGINNING, ...sent, PLAN]) await send(asked, command)
      expect(await scenarioSays(asked)).toEqual(await ledgerSays(asked))
    }),
    runs(40),
  )
})
