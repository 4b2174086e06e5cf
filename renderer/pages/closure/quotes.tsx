import { useState } from 'react'
import { type Day, dayText } from '#shared/kernel/day.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { AccountId } from '#shared/ledger/account.ts'
import { totalOf } from '#shared/ledger/cells.ts'
import type { PayoffQuote } from '#shared/outlook/answers.ts'
import { type CountingQuote, compared, counting, type ShownQuote } from '#shared/outlook/shown-quote.ts'
import { Amount } from '../../components/amount.tsx'
import { Ask, AskedUnlessZero } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { DayField } from '../../components/day-field.tsx'
import { parseDayField } from '../../components/field-parsing.ts'
import { Section } from '../../components/section.tsx'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useAccountName } from '../../state/account-names.ts'
import { Answered } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { closureWords } from './closure-words.ts'
import { DerivedCells, ShownCells } from './shown-cells.tsx'

/** What paying off takes on a day that the user picks, account by account, beside what Alipay shows. */
export function Quotes(props: { readonly accounts: readonly AccountId[]; readonly suggested: Day | null }) {
  const say = useWords(closureWords)
  const format = useFormat()
  const today = useToday()
  const [text, setText] = useState(dayText(today))
  const picked = parseDayField(text, today, 'future')
  const on = picked.ok && picked.value >= today ? picked.value : today
  const { suggested } = props
  return (
    <Section title={say('quotesTitle')} aside={say('quoteNote')}>
      <div className="quote-day">
        <DayField label={say('quoteDay')} value={text} leaning="future" onChange={setText} />
        {on === today ? null : (
          <Button small onPress={() => setText(dayText(today))}>
            {say('today')}
          </Button>
        )}
        {suggested === null || suggested === on || suggested <= today ? null : (
          <Button small onPress={() => setText(dayText(suggested))}>
            {say('quoteEarliest', { day: format.dayNear(suggested) })}
          </Button>
        )}
      </div>
      {props.accounts.map((account) => (
        <Quote key={account} account={account} on={on} />
      ))}
    </Section>
  )
}

function Quote({ account, on }: { readonly account: AccountId; readonly on: Day }) {
  const answer = useAsk('getQuote', { account, on: dayText(on) }, { keepLast: true })
  const all = hereOrNull(useAsk('listShownQuotes', {})) ?? []
  return (
    <Answered answer={answer}>
      {(quote) => (
        <QuoteBeside
          quote={quote}
          shown={all.find((one) => one.account === quote.account && one.on === quote.on) ?? null}
        />
      )}
    </Answered>
  )
}

/** Sixteen cells twice: as worked out, and as Alipay shows them; where they differ, Alipay's count. */
function QuoteBeside({ quote, shown }: { readonly quote: PayoffQuote; readonly shown: ShownQuote | null }) {
  const say = useWords(closureWords)
  const format = useFormat()
  const name = useAccountName()(quote.account)
  const both = compared(quote, shown)
  return (
    <section className="quote-beside" aria-label={say('quoteOf', { name, day: format.dayNear(quote.on) })}>
      <h3>{say('quoteOf', { name, day: format.dayNear(quote.on) })}</h3>
      <div className="quote">
        <div>
          <DerivedCells quote={quote} differing={both.differing} label={say('cells', { name })} />
          {quote.warnings.map((one) => (
            <p className="note" key={`${one.code}${JSON.stringify(one.values)}`}>
              <Sentence {...one} room="outlook" />
            </p>
          ))}
          <Residues quote={quote} />
        </div>
        <div>
          <ShownCells key={`${quote.on}${JSON.stringify(shown)}`} quote={quote} shown={shown} name={name} />
          <QuoteSum quote={counting(quote, shown ? [shown] : [])} cells={totalOf(both.cells)} />
        </div>
      </div>
    </section>
  )
}

function QuoteSum(props: { readonly quote: CountingQuote; readonly cells: Fen }) {
  const say = useWords(closureWords)
  const { quote } = props
  const { total, isShown, range } = quote
  const asked = (part: string) => `${isShown ? 'shown' : 'quote'}:${quote.account}${part}@${dayText(quote.on)}`
  return (
    <dl className="facts quote-sum">
      <dt>{say(isShown ? 'cellsSumShown' : 'cellsSum')}</dt>
      <dd>
        <AskedUnlessZero figure={asked(':cells')} amount={props.cells} />
      </dd>
      {quote.earlyRepayFee === 0 ? null : (
        <>
          <dt>{say('earlyFee')}</dt>
          <dd>
            <Ask figure={`quote:${quote.account}:early@${dayText(quote.on)}`}>
              <Amount value={quote.earlyRepayFee} />
            </Ask>
          </dd>
        </>
      )}
      <dt className="strong ruled">
        {say('quoteTotal')}
        {range.high === range.low ? null : (
          <small>{say.rich('quoteRange', { high: <Amount key="high" value={range.high} form="sentence" /> })}</small>
        )}
      </dt>
      <dd className="strong ruled total">
        <Ask figure={asked('')}>
          <Amount value={total} />
        </Ask>
      </dd>
    </dl>
  )
}

function Residues({ quote }: { readonly quote: PayoffQuote }) {
  const say = useWords(closureWords)
  const format = useFormat()
  if (quote.residue.length === 0 && (quote.safeAfter === null || quote.safeAfter <= quote.on)) return null
  return (
    <dl className="facts quote-sum">
      {quote.residue.length === 0 ? null : <dt className="note">{say('residue')}</dt>}
      <dd />
      {quote.residue.map((one) => (
        <div className="quote-line" key={`${one.what}${one.from}${one.amount}`}>
          <dt>
            {say(`residue.${one.what}`)}
            {one.until === null ? null : <small>{say('residueUntil', { day: format.dayNear(one.until) })}</small>}
          </dt>
          <dd>
            <AskedUnlessZero figure={one.explain} amount={one.amount} />
          </dd>
        </div>
      ))}
      {quote.safeAfter === null ? null : (
        <>
          <dt className="note">{say('safeAfter', { day: format.dayNear(quote.safeAfter) })}</dt>
          <dd />
        </>
      )}
    </dl>
  )
}
