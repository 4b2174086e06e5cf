import { dayText } from '#shared/kernel/day.ts'
import type { Derivation, DerivationLine } from '#shared/ledger/derivation.ts'
import { explainFigure } from '#shared/outlook/explain-outlook.ts'
import { type Dossier, grouped } from './dossier-facts.ts'
import { element, type Html, section, table } from './html.ts'

/** How every stated figure came about, line by line to its sum, and how to compute all of it again elsewhere. */
export function appendixSections(dossier: Dossier): readonly Html[] {
  const lines = derivations(dossier)
  const figures = lines.length === 0 ? [] : [element('div', 'appendix', section(dossier.say('appendix'), lines))]
  return [...figures, recomputeSection(dossier)]
}

/** What is owed and what settles it, of each account. */
function figuresOf({ owed, quotes }: Dossier): readonly string[] {
  return [
    ...owed.accounts.filter(({ total }) => total > 0).map(({ explain }) => explain),
    ...quotes.filter(({ total }) => total > 0).map(({ explain }) => explain),
  ]
}

function derivations(dossier: Dossier): readonly Html[] {
  const { ledger, followed, nameOf, say } = dossier
  const found = figuresOf(dossier).flatMap((figure) => {
    const derivation = explainFigure(ledger, followed, figure)
    return derivation ? [derivation] : []
  })
  return found.flatMap((derivation) => {
    const isQuote = derivation.figure.startsWith('quote')
    const account = ledger.accounts.find(({ id }) => derivation.figure.includes(`:${id}@`))
    const title = `${account ? nameOf(account.id) : ''} · ${say(isQuote ? 'quotes' : 'owed')}`
    return [element('h3', '', title), derivationTable(dossier, derivation)]
  })
}

/** Two sheets of lines for one figure; a longer tree is given by `explain`. */
const LINES = 90

type Flat = { readonly line: DerivationLine; readonly depth: number }

const flat = (lines: readonly DerivationLine[], depth = 0): readonly Flat[] =>
  lines.flatMap((line) => [{ line, depth }, ...flat(line.lines, depth + 1)])

function derivationTable({ say, coded }: Dossier, derivation: Derivation): Html {
  const all = flat(derivation.lines)
  const rows = all
    .slice(0, LINES)
    .map(({ line, depth }) => [
      element(
        'div',
        depth === 0 ? '' : `depth${Math.min(depth, 4)}`,
        coded('rule', { code: line.rule, values: line.values }),
      ),
      grouped(line.amount),
      line.source,
    ])
  const left = all.length - rows.length
  const columns = [
    { title: say('what') },
    { title: say('amount'), as: 'number' as const },
    { title: say('source'), as: 'narrow' as const },
  ]
  const made = table(columns, rows, [say('total'), grouped(derivation.amount), ''])
  if (left === 0) return made
  const command = `huaqing explain "${derivation.figure}"`
  return element('div', '', [
    made,
    element('p', 'note', [say('cut', { count: left }), ' ', element('span', 'mono', command)]),
  ])
}

function recomputeSection({ say, scenario, ledger }: Dossier): Html {
  return section(say('recompute'), [
    element('p', '', say('recomputeHow')),
    element('p', 'mono', `huaqing simulate huaqing-${dayText(ledger.today)}.html`),
    element('p', '', [say('scenarioHash'), element('span', 'mono', scenario.sha256)]),
  ])
}
