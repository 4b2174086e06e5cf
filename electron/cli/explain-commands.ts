import { derivationJson } from '#shared/contract/json/derivation-json.ts'
import { yuan } from '#shared/contract/json/leaves.ts'
import type { DerivationLine } from '#shared/ledger/derivation.ts'
import { explainHandlers } from '../handlers/explain-handlers.ts'
import { withLedger } from './ledger-session.ts'
import { grouped, table } from './table.ts'
import type { Terminal } from './terminal.ts'
import { coded } from './words.ts'

export const explainFigure = (terminal: Terminal, figure: string): Promise<void> =>
  withLedger(terminal, { access: 'read' }, async (session) => {
    const derivation = await session.ask(explainHandlers.explain, { figure })
    const text = (line: DerivationLine): string => coded(terminal, { code: line.rule, values: line.values })
    terminal.answer(derivationJson(derivation, text), () => {
      const rows = derivation.lines.flatMap((line) => rowsOf(line, text, 0))
      const columns = [
        { title: figure },
        { title: grouped(yuan(derivation.amount)), align: 'right' as const },
        { title: '' },
      ]
      return table(columns, rows)
    })
  })

/** A line and what stands under it, indented. */
function rowsOf(line: DerivationLine, text: (line: DerivationLine) => string, depth: number): readonly string[][] {
  const own = [`${'  '.repeat(depth)}${text(line)}`, grouped(yuan(line.amount)), line.source]
  return [own, ...line.lines.flatMap((inner) => rowsOf(inner, text, depth + 1))]
}
