import { Link } from 'wouter'
import type { OpenedEntry } from '#shared/contract/views.ts'
import { fen, sumFen } from '#shared/kernel/money.ts'
import { Amount } from '../../components/amount.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { entriesWords } from './entries-words.ts'

/** A purchase and the refunds that follow it, line by line, down to what is left of it (domain.md 5). */
export function EntryChain({ opened }: { readonly opened: OpenedEntry }) {
  const say = useWords(entriesWords)
  const { related, entry } = opened
  if (related.length < 2) return null
  const left = sumFen(related.map((row) => (row.kind === 'refund' ? fen(-row.amount) : row.amount)))
  return (
    <Section title={say('chain')}>
      <dl className="facts">
        {related.map((row) => (
          <div key={row.id} className="facts-line">
            <dt>
              <DayText day={row.on} form="short" />{' '}
              {row.id === entry.id ? (
                <b>{say(`kind.${row.kind}`)}</b>
              ) : (
                <Link href={`/entries/${encodeURIComponent(row.id)}`}>{say(`kind.${row.kind}`)}</Link>
              )}
            </dt>
            <dd>
              <Amount value={row.kind === 'refund' ? fen(-row.amount) : row.amount} />
            </dd>
          </div>
        ))}
        <dt className="strong ruled">{say('chainLeft')}</dt>
        <dd className="strong ruled">
          <Amount value={left} />
        </dd>
      </dl>
    </Section>
  )
}
