import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cliTexts } from '#shared/contract/texts/cli-texts.ts'
import { dayText } from '#shared/kernel/day.ts'
import { serveLedger } from '../browser-mode/serve-ledger.ts'
import { isMoved, ledgerPlace, pageRoot } from '../data-folder.ts'
import { RefusedError, UsageError } from './refused-error.ts'
import type { Terminal } from './terminal.ts'

const LAST_PORT = 65_535

/** The window's content in a browser on this machine, until Ctrl+C or until nobody looks any more. */
export async function serve(terminal: Terminal, { port = '0' }: { port?: string }): Promise<void> {
  if (!/^\d+$/.test(port) || Number(port) > LAST_PORT) throw new UsageError(`--port 0–${LAST_PORT}`)
  if (!existsSync(join(pageRoot(), 'index.html'))) throw new RefusedError({ kind: 'page-not-built' })
  const place = ledgerPlace(terminal.ledger)
  if (!isMoved(place)) mkdirSync(dirname(place.ledgerPath), { recursive: true, mode: 0o700 })
  const today = terminal.today === null ? {} : { today: dayText(terminal.today) }
  const loopback = await serveLedger({ ...place, port: Number(port), ...today })
  const url = loopback.newLink()
  terminal.answer({ schema: 'huaqing/serve@1', url }, () => terminal.say(cliTexts.serving, { url }))
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop())
  await Promise.race([stopped, loopback.idle])
  await loopback.close()
}
