/** `node out/main/web.js [--ledger FILE] [--today DAY] [--port N] [--no-open] [--idle-minutes N]`: the browser mode as a program. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { isMoved, ledgerPlace } from '../data-folder.ts'
import { openBrowser } from './open-browser.ts'
import { linkOfRunning } from './running-server.ts'
import { IDLE_MINUTES, serveLedger } from './serve-ledger.ts'

const { values } = parseArgs({
  options: {
    ledger: { type: 'string' },
    port: { type: 'string', default: '0' },
    today: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
    'idle-minutes': { type: 'string', default: String(IDLE_MINUTES) },
  },
})

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= most) return value
  console.error(`--${name}: 0–${most}`)
  process.exit(2)
}

function printLink(link: string): void {
  console.log(
    `花清开在这里（链接只能用一次，10分钟内有效）/ HuaQing is open here (works once, within 10 minutes):\n${link}`,
  )
}

function openLink(link: string): void {
  printLink(link)
  if (!values['no-open']) openBrowser(link)
}

async function serve(): Promise<void> {
  const place = ledgerPlace(values.ledger)
  if (!isMoved(place)) mkdirSync(dirname(place.ledgerPath), { recursive: true, mode: 0o700 })
  const port = wholeNumber('port', values.port, 65_535)
  const today = values.today === undefined ? {} : { today: values.today }
  const again = await linkOfRunning({ ledgerPath: place.ledgerPath, port, ...today })
  if (again !== null) {
    console.log('花清已经开着，给你一个新链接。/ HuaQing is running already; here is a new link.')
    return openLink(again)
  }
  const loopback = await serveLedger({
    ...place,
    port,
    ...today,
    idleMinutes: wholeNumber('idle-minutes', values['idle-minutes'], 100_000),
  })
  openLink(loopback.newLink())
  if (process.stdin.isTTY) {
    console.log('按回车要一个新链接，按 Ctrl+C 停下。/ Enter prints a new link, Ctrl+C stops.')
    createInterface({ input: process.stdin }).on('line', () => printLink(loopback.newLink()))
  }
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop())
  await Promise.race([stopped, loopback.idle])
  await loopback.close()
}

serve().then(
  () => process.exit(0),
  (error: NodeJS.ErrnoException) => {
    const port = error.code === 'EADDRINUSE' ? '端口已被占用。/ The port is taken.' : null
    console.error(port ?? error)
    process.exit(1)
  },
)
