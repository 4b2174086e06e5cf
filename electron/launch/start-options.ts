import { parseArgs } from 'node:util'

/** What `npm start -- …` understands. */
export type StartOptions = {
  /** Serve to a browser even where the window could open. */
  readonly browser: boolean
  readonly noOpen: boolean
  readonly ledger: string | null
  /** A fixed day instead of today, `YYYY-MM-DD`. */
  readonly today: string | null
  readonly port: string | null
  readonly idleMinutes: string | null
  /** Try the download of Electron again although it failed lately. */
  readonly retry: boolean
}

export const START_USAGE = `npm start -- [--browser] [--no-open] [--ledger FILE] [--today DAY] [--port N] [--idle-minutes N] [--retry]

  --browser         在浏览器里打开，不用桌面窗口 / in the browser, without the desktop window
  --no-open         只打印地址，不打开浏览器 / print the address only
  --ledger FILE     用这个账本 / this ledger
  --today DAY       当作这一天（YYYY-MM-DD）/ as if it were this day
  --port N          浏览器模式的端口 / port of the browser mode
  --idle-minutes N  没有人用多久后停下 / stop after this time without anybody
  --retry           再试一次下载桌面窗口 / try the download of the desktop window again`

/** @returns null when the arguments are not understood */
export function startOptions(args: readonly string[]): StartOptions | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        ledger: { type: 'string' },
        today: { type: 'string' },
        port: { type: 'string' },
        'idle-minutes': { type: 'string' },
        retry: { type: 'boolean', default: false },
      },
    })
    return {
      browser: values.browser,
      noOpen: values['no-open'],
      ledger: values.ledger ?? null,
      today: values.today ?? null,
      port: values.port ?? null,
      idleMinutes: values['idle-minutes'] ?? null,
      retry: values.retry,
    }
  } catch {
    return null
  }
}
