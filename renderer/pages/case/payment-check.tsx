import { useState } from 'react'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { Channel } from '#shared/ledger/case/case-fact.ts'
import type { CheckedPayment } from '#shared/outlook/case/check-channels.ts'
import { AskedUnlessZero } from '../../components/ask.tsx'
import { Board, BoardRow } from '../../components/board.tsx'
import { Button } from '../../components/button.tsx'
import { DayText } from '../../components/day-text.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useAccountName } from '../../state/account-names.ts'
import { caseWords } from './case-words.ts'

/** So many payments are what can be arranged for now. */
const SHOWN = 6

/** Each payment to come with the channel that can carry it, and what stops the ones before it. */
export function PaymentCheck(props: {
  readonly payments: readonly CheckedPayment[]
  readonly channels: readonly Channel[]
}) {
  const say = useWords(caseWords)
  const nameOf = useAccountName()
  const [all, setAll] = useState(false)
  const shown = all ? props.payments : props.payments.slice(0, SHOWN)
  if (shown.length === 0) return null
  return (
    <Section title={say('payments')} aside={say('paymentsNote')}>
      <Board label={say('payments')}>
        {shown.map((payment) => (
          <BoardRow
            key={`${payment.on}${payment.account}${payment.amount}`}
            day={<DayText day={payment.on} form="short" />}
            what={
              <>
                {nameOf(payment.account)} <Taker payment={payment} channels={props.channels} />
              </>
            }
            note={payment.stops.map((stop) => (
              <span key={stop.channel} className="case-stop">
                <ChannelName id={stop.channel} channels={props.channels} /> <Sentence {...stop} room="case" />
              </span>
            ))}
            amount={<AskedUnlessZero figure={payment.explain} amount={payment.amount} />}
          />
        ))}
      </Board>
      {props.payments.length > shown.length ? (
        <div className="row">
          <Button small kind="quiet" onPress={() => setAll(true)}>
            {say('morePayments', { n: props.payments.length - shown.length })}
          </Button>
        </div>
      ) : null}
    </Section>
  )
}

function Taker({ payment, channels }: { readonly payment: CheckedPayment; readonly channels: readonly Channel[] }) {
  const say = useWords(caseWords)
  if (payment.channel !== null) {
    return (
      <span className="second">
        <ChannelName id={payment.channel} channels={channels} />
      </span>
    )
  }
  const anyAutomatic = channels.some(({ place }) => place !== null)
  return <span className="tag is-attention case-tag">{say(anyAutomatic ? 'noneCarries' : 'noneRegistered')}</span>
}

function ChannelName({ id, channels }: { readonly id: string; readonly channels: readonly Channel[] }): string {
  const say = useWords(caseWords)
  const channel = channels.find((one) => one.id === id)
  if (!channel) return ''
  return channel.label === '' ? say(`way.${channel.way}`) : `${say(`way.${channel.way}`)} ${shownText(channel.label)}`
}
