import { dayText } from '#shared/kernel/day.ts'
import { sumFen } from '#shared/kernel/money.ts'
import { certaintyOfSum } from '#shared/ledger/cells.ts'
import { appendixSections } from './appendix.ts'
import { caseSections } from './case-sections.ts'
import { closureSections } from './closure-sections.ts'
import { type Dossier, type DossierAsk, dossierFacts, grouped } from './dossier-facts.ts'
import { DOSSIER_STYLE } from './dossier-style.ts'
import { element, escaped, type Html, join } from './html.ts'
import { moneySections } from './money-sections.ts'
import { scenarioElement } from './scenario-inside.ts'

/**
 * The closure dossier as one page that needs nothing else and runs nothing: it prints to A4, states every figure with
 * its derivation, and carries its own facts, from which `simulate` computes all of it again (product.md C, G).
 */
export type MadeDossier = {
  readonly html: string
  readonly body: string
  readonly style: string
  readonly facts: Dossier
}

export function makeDossier(ask: DossierAsk): MadeDossier {
  const facts = dossierFacts(ask)
  const body = element('main', 'dossier', [
    head(facts),
    join(closureSections(facts)),
    join(moneySections(facts)),
    join(caseSections(facts)),
    join(appendixSections(facts)),
  ]).html
  return { facts, body, style: DOSSIER_STYLE, html: page(facts, body) }
}

function head({ ledger, owed, quotes, redacted, say }: Dossier): Html {
  const on = dayText(ledger.today)
  const current = ledger.recordsCurrentOn
  const settle = sumFen(quotes.map(({ total }) => total))
  const waiting = ledger.entries.filter(({ kind }) => kind === 'review').length
  const isAssumed = certaintyOfSum(owed.accounts) === 'assumed'
  const owners = [...new Set(ledger.accounts.map(({ owner }) => owner).filter((owner) => owner !== ''))]
  return element('header', '', [
    element('h1', '', say('title')),
    element('p', '', [
      [
        say('made', { on }),
        current === null ? say('notCurrent') : say('current', { on: dayText(current) }),
        ...owners,
      ].join(' · '),
    ]),
    element('p', 'hero', `¥${grouped(settle)}`),
    element('p', '', `${say('settleToday')} · ${say('owedToday')} ¥${grouped(owed.total)}`),
    ...(waiting === 0 ? [] : [element('p', 'strong', say('mayMove', { count: waiting }))]),
    ...(isAssumed ? [element('p', 'strong', say('assumedSum'))] : []),
    element('p', 'note', say('basis')),
    ...(redacted ? [element('p', 'note', say('redacted'))] : []),
  ])
}

function page({ language, scenario, ledger, say }: Dossier, body: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escaped(`${say('title')} ${dayText(ledger.today)}`)}</title>
<style>body{margin:0;background:#fff}${DOSSIER_STYLE}</style>
</head>
<body>
${body}
${scenarioElement(scenario.text)}
</body>
</html>
`
}
