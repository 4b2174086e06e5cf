import { dayText, monthText } from '#shared/kernel/day.ts'
import { fen, sumFen } from '#shared/kernel/money.ts'
import { isBilled } from '#shared/ledger/account.ts'
import { type Certainty, COLUMNS, columnTotal, ROWS, rowTotal, weakest } from '#shared/ledger/cells.ts'
import type { AccountOwed } from '#shared/ledger/owed.ts'
import { termsOn } from '#shared/ledger/terms.ts'
import { cliText } from '../texts/cli-texts.ts'
import { type Dossier, grouped } from './dossier-facts.ts'
import { element, type Html, nothing, section, table } from './html.ts'

/** What is owed, what settles it, how it goes on: the figures of the dossier. */
export const moneySections = (dossier: Dossier): readonly Html[] => [
  accountsSection(dossier),
  cellsSection(dossier),
  quotesSection(dossier),
  planSection(dossier),
  billsSection(dossier),
  repaymentsSection(dossier),
]

function accountsSection(dossier: Dossier): Html {
  const { ledger, owed, say, nameOf, language } = dossier
  const rows = ledger.accounts.map((account) => {
    const own = owed.accounts.find(({ id }) => id === account.id)
    const { statementDay, dueDay } = termsOn(account.terms, ledger.today)
    const status = cliText(`status-${account.status}`)[language]
    const closed = account.closedOn === null ? '' : ` ${dayText(account.closedOn)}`
    return [
      nameOf(account.id),
      `${status}${closed}`,
      isBilled(account) ? `${statementDay} / ${dueDay}` : '',
      account.limit === null ? '' : grouped(account.limit),
      own ? grouped(own.total) : '',
    ]
  })
  const columns = [
    { title: say('account') },
    { title: say('status') },
    { title: say('days') },
    { title: say('limit'), as: 'number' as const },
    { title: say('owed'), as: 'number' as const },
  ]
  return section(say('accounts'), [table(columns, rows, [say('total'), '', '', '', grouped(owed.total)])])
}

const CERTAINTY = { shown: 'certaintyShown', derived: 'certaintyDerived', assumed: 'certaintyAssumed' } as const

function cellsSection(dossier: Dossier): Html {
  const { owed, say, nameOf } = dossier
  const owing = owed.accounts.filter(({ total }) => total > 0)
  if (owing.length === 0) return nothing
  const tables = owing.map((account) =>
    element('div', 'whole', [
      element('h3', '', nameOf(account.id)),
      table(
        [
          { title: '' },
          ...[...COLUMNS, 'total' as const].map((name) => ({ title: say(name), as: 'number' as const })),
          { title: '', as: 'narrow' },
        ],
        ROWS.map((row) => [
          say(row),
          ...COLUMNS.map((column) => grouped(account.cells[row][column])),
          grouped(rowTotal(account.cells, row)),
          say(CERTAINTY[certaintyOfRow(account, row)]),
        ]),
        [
          say('total'),
          ...COLUMNS.map((column) => grouped(columnTotal(account.cells, column))),
          grouped(account.total),
          '',
        ],
      ),
    ]),
  )
  return section(say('cells'), tables)
}

const certaintyOfRow = ({ certainty }: AccountOwed, row: (typeof ROWS)[number]): Certainty =>
  COLUMNS.map((column) => certainty[row][column]).reduce(weakest)

function quotesSection({ quotes, say, nameOf }: Dossier): Html {
  const due = quotes.filter(({ total, residue }) => total > 0 || residue.length > 0)
  if (due.length === 0) return nothing
  const rows = due.map((quote) => {
    const { low, high } = quote.range
    const residue = sumFen(quote.residue.map(({ amount }) => amount))
    return [
      nameOf(quote.account),
      grouped(quote.total),
      low === high ? '' : say('range', { low: grouped(low), high: grouped(high) }),
      residue === 0 ? '' : grouped(residue),
      quote.safeAfter === null ? say('unknown') : dayText(quote.safeAfter),
    ]
  })
  const columns = [
    { title: say('account') },
    { title: say('amount'), as: 'number' as const },
    { title: '' },
    { title: say('residue'), as: 'number' as const },
    { title: say('safeAfter') },
  ]
  const total = sumFen(due.map((quote) => quote.total))
  return section(say('quotes'), [table(columns, rows, [say('total'), grouped(total), '', '', ''])])
}

/** So many months fill a page; a longer course is in the recomputation. */
const MONTHS = 24

function planSection({ plan, course, followed, say }: Dossier): Html {
  const cost = fen(course.interest + course.fees + course.penalties)
  const end = course.freeOn === null ? say('never') : dayText(course.freeOn)
  const values = { end, paid: grouped(course.totalPaid), cost: grouped(cost) }
  const line = plan === null ? say('noPlanLine', values) : say('planLine', { plan: followed.name, ...values })
  const rows = course.byMonth
    .slice(0, MONTHS)
    .map((one) => [
      monthText(one.month),
      grouped(one.paid),
      grouped(fen(one.interest + one.fees + one.penalties)),
      grouped(one.closing),
    ])
  const columns = [
    { title: say('month') },
    { title: say('paid'), as: 'number' as const },
    { title: say('cost'), as: 'number' as const },
    { title: say('left'), as: 'number' as const },
  ]
  const note = plan === null ? element('p', 'note', say('planNone')) : nothing
  return section(say('plan'), [note, element('p', '', line), rows.length === 0 ? nothing : table(columns, rows)])
}

function billsSection({ bills, say, nameOf }: Dossier): Html {
  if (bills.length === 0) return nothing
  const rows = bills.map((bill) => [
    nameOf(bill.account),
    monthText(bill.month),
    dayText(bill.dueOn),
    say(`bill-${bill.status}`),
    grouped(bill.total),
    grouped(bill.paid),
    grouped(bill.unpaid),
  ])
  const columns = [
    { title: say('account') },
    { title: say('bill'), as: 'narrow' as const },
    { title: say('due'), as: 'narrow' as const },
    { title: say('status') },
    { title: say('amount'), as: 'number' as const },
    { title: say('paid'), as: 'number' as const },
    { title: say('unpaid'), as: 'number' as const },
  ]
  return section(say('bills'), [table(columns, rows)])
}

function repaymentsSection({ ledger, say, nameOf }: Dossier): Html {
  const repayments = ledger.entries.filter((entry) => entry.kind === 'repayment').sort((a, b) => a.on - b.on)
  if (repayments.length === 0) return nothing
  const rows = repayments.map((entry) => {
    const parts = entry.split ?? []
    const to = parts.map(({ account, amount }) =>
      parts.length === 1 ? nameOf(account) : `${nameOf(account)} ${grouped(amount)}`,
    )
    return [dayText(entry.on), to.join('; ') || entry.candidates.map(nameOf).join(' / '), grouped(entry.amount)]
  })
  const columns = [
    { title: say('day'), as: 'narrow' as const },
    { title: say('account') },
    { title: say('amount'), as: 'number' as const },
  ]
  const total = sumFen(repayments.map(({ amount }) => amount))
  return section(say('repayments'), [table(columns, rows, [say('total'), '', grouped(total)])])
}
