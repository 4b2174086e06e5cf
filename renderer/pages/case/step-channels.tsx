import { useState } from 'react'
import type { CaseView } from '#shared/contract/case-views.ts'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { Channel, WayToPay } from '#shared/ledger/case/case-fact.ts'
import { Amount } from '../../components/amount.tsx'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { caseWords, guideWords, useStepName } from './case-words.ts'
import { ChannelDialog } from './channel-dialog.tsx'
import { PaymentCheck } from './payment-check.tsx'
import { WayToPayDialog } from './way-to-pay-dialog.tsx'

/** Step 4: from where the money can come, checked against what is to be paid, and what pays for daily life instead. */
export function StepChannels({ view }: { readonly view: CaseView }) {
  const say = useWords(caseWords)
  const guide = useWords(guideWords)
  return (
    <>
      <Channels channels={view.channels} />
      <PaymentCheck payments={view.payments} channels={view.channels} />
      <Section title={guide('waysTitle')}>
        <ul className="case-points">
          {(['ways.1', 'ways.2', 'ways.3', 'ways.4'] as const).map((key) => (
            <li key={key}>{guide(key)}</li>
          ))}
        </ul>
      </Section>
      <WaysToPay ways={view.waysToPay} />
      <Section title={guide('loansTitle')} aside={say('onlyInformation')}>
        <table className="grid-table dense">
          <thead>
            <tr>
              <td />
              <th className="number">{guide('loans.daily')}</th>
              <th className="number">{guide('loans.yearly')}</th>
              <th>{guide('loans.how')}</th>
            </tr>
          </thead>
          <tbody>
            {(['fenfu', 'weilidai'] as const).map((one) => (
              <tr key={one}>
                <th scope="row">{guide(`loan.${one}`)}</th>
                <td className="number">{guide(`daily.${one}`)}</td>
                <td className="number">{guide(`yearly.${one}`)}</td>
                <td>{guide(`how.${one}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="note prose">{guide('loansNote')}</p>
      </Section>
    </>
  )
}

function Channels({ channels }: { readonly channels: readonly Channel[] }) {
  const say = useWords(caseWords)
  const stepName = useStepName()
  const [open, setOpen] = useState<Channel | 'new' | null>(null)
  return (
    <Section title={stepName('channels')} aside={say('channelsNote')}>
      {channels.length === 0 ? <p className="second prose">{say('noChannel')}</p> : null}
      <ul className="list">
        {channels.map((channel) => (
          <ChannelLine key={channel.id} channel={channel} onCorrect={() => setOpen(channel)} />
        ))}
      </ul>
      <div className="row case-after">
        <Button icon="plus" onPress={() => setOpen('new')}>
          {say('addChannel')}
        </Button>
      </div>
      {open === null ? null : (
        <ChannelDialog {...(open === 'new' ? {} : { channel: open })} onClose={() => setOpen(null)} />
      )}
    </Section>
  )
}

function ChannelLine({ channel, onCorrect }: { readonly channel: Channel; readonly onCorrect: () => void }) {
  const say = useWords(caseWords)
  const remove = useCommand('withdrawCaseFact', { canUndo: true, done: () => say('removed') })
  return (
    <li>
      <span>
        {channel.place === null ? '' : `${channel.place}. `}
        {say(`way.${channel.way}`)} {shownText(channel.label)}
      </span>
      <span className="note">
        {channel.available === null ? null : (
          <span className="case-limit">
            {say.rich('availableIs', { amount: <Amount key="a" value={channel.available} /> })}
          </span>
        )}
        {channel.perPayment === null ? null : (
          <span className="case-limit">
            {say.rich('perPaymentIs', { amount: <Amount key="p" value={channel.perPayment} /> })}
          </span>
        )}
        {channel.perYear === null ? null : (
          <span className="case-limit">
            {say.rich('perYearIs', {
              used: <Amount key="u" value={channel.usedThisYear} />,
              amount: <Amount key="y" value={channel.perYear} />,
            })}
          </span>
        )}
      </span>
      <span className="row">
        <Button small kind="quiet" onPress={onCorrect}>
          {say('correct')}
        </Button>
        <Button small kind="quiet" onPress={() => void remove.run({ id: channel.id })}>
          {say('remove')}
        </Button>
      </span>
      <FailureNote failure={remove.failure} />
    </li>
  )
}

function WaysToPay({ ways }: { readonly ways: readonly WayToPay[] }) {
  const say = useWords(caseWords)
  const [adding, setAdding] = useState(false)
  const remove = useCommand('withdrawCaseFact', { canUndo: true, done: () => say('removed') })
  return (
    <Section title={say('waysToPay')} aside={say('waysNote')}>
      <ul className="list">
        {ways.map((way) => (
          <li key={way.id}>
            <span>{way.use}</span>
            <span className="note">{shownText(way.label)}</span>
            <Button small kind="quiet" onPress={() => void remove.run({ id: way.id })}>
              {say('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <FailureNote failure={remove.failure} />
      <div className="row case-after">
        <Button icon="plus" onPress={() => setAdding(true)}>
          {say('addWay')}
        </Button>
      </div>
      {adding ? <WayToPayDialog onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}
