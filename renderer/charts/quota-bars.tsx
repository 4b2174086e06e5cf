import type { Fen } from '#shared/kernel/money.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { Amount } from '../components/amount.tsx'
import { Ask } from '../components/ask.tsx'
import { useWords } from '../i18n/preferences.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { chartsWords } from './charts-words.ts'

export type QuotaLine = {
  readonly name: string
  readonly used: Fen
  readonly limit: Fen | null
  /** The id under which what is used can be asked. */
  readonly figure: string
}

/**
 * How much of each limit is used: a bar as long as the limit, filled as far as it is used. Without a known limit there is
 * no share to draw: a dashed line stands for the bar, and words say what is missing.
 */
export function QuotaBars({ lines }: { readonly lines: readonly QuotaLine[] }) {
  const say = useWords(chartsWords)
  const most = Math.max(1, ...lines.map(({ used, limit }) => (limit === null ? 0 : Math.max(used, limit))))
  const share = (amount: number): string => `${((amount / most) * 100).toFixed(2)}%`
  return (
    <ChartFrame
      title={say('quota')}
      className="is-free"
      hasButtons
      result={say('quotaResult', { n: lines.length })}
      chart={
        <div className="quota-bars">
          {lines.map(({ name, used, limit, figure }) => (
            <div className="quota-line" key={name}>
              <span>{name}</span>
              {limit === null ? (
                <span className="quota-bar is-unknown" aria-hidden="true" />
              ) : (
                <span className="quota-bar" aria-hidden="true">
                  <i className="quota-limit" style={{ width: share(limit) }} />
                  <i className={used > limit ? 'quota-used is-over' : 'quota-used'} style={{ width: share(used) }} />
                </span>
              )}
              <span className="quota-figures">
                {limit === null ? <span className="note">{say('usedOnly')}</span> : null}{' '}
                <Used amount={used} figure={figure} />{' '}
                {limit === null ? (
                  <span className="note">{say('limitMissing')}</span>
                ) : (
                  <>
                    <span className="note">/</span> <Amount value={limit} />
                  </>
                )}
              </span>
            </div>
          ))}
        </div>
      }
      table={
        <table className="grid-table dense">
          <thead>
            <tr>
              <th scope="col">{say('colAccount')}</th>
              <th scope="col" className="number">
                {say('colUsed')}
              </th>
              <th scope="col" className="number">
                {say('colLimit')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, used, limit, figure }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">
                  <Used amount={used} figure={figure} />
                </td>
                <td className="number">{limit === null ? say('limitUnknown') : <Amount value={limit} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
      lines={() => [
        [say('colAccount'), say('colUsed'), say('colLimit')],
        ...lines.map(({ name, used, limit }) => [
          name,
          yuanText(used),
          limit === null ? say('limitUnknown') : yuanText(limit),
        ]),
      ]}
    />
  )
}

function Used({ amount, figure }: { readonly amount: Fen; readonly figure: string }) {
  if (amount === 0) return <Amount value={amount} />
  return (
    <Ask figure={figure}>
      <Amount value={amount} />
    </Ask>
  )
}
