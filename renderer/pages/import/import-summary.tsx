import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { ImportPreview, ImportSummary } from '#shared/contract/views.ts'
import { dayText } from '#shared/kernel/day.ts'
import type { Warning } from '#shared/outlook/answers.ts'
import { problemKindSentence } from '#shared/statement-files/row-problem.ts'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/section.tsx'
import { useLanguage, useWords } from '../../i18n/preferences.tsx'
import type { Say } from '../../i18n/words.ts'
import { useNameOf } from '../../state/account-names.ts'
import { importWords } from './import-words.ts'

/** `you` rows need the user. What the file is, whether all its rows were read, what is known already, which accounts are new. */
export function ImportTold({ summary, you }: { readonly summary: ImportSummary; readonly you: number }) {
  const say = useWords(importWords)
  const { announcedRows: announced, fileRows: read } = summary
  const isOdd = summary.warnings.length > 0 || summary.counts.rejected > 0
  const rows =
    announced === null
      ? say('toldUnknown', { read })
      : say(announced === read ? 'toldAll' : 'told', { announced, read })
  return (
    <section className="import-told">
      <div>
        <p className="label">{rows}</p>
        <p className="import-answer">
          {you > 0 ? say('needYou', { n: you }) : say(isOdd ? 'needWarning' : 'needNone')}
        </p>
        {you > 0 ? <p className="label">{say('needAfter')}</p> : null}
      </div>
      <div className="import-meta">
        <Meta summary={summary} />
        {summary.newAccounts.length === 0 ? null : <p className="note">{say('newAccountsNote')}</p>}
      </div>
    </section>
  )
}

function Meta({ summary }: { readonly summary: ImportSummary }) {
  const say = useWords(importWords)
  const nameOf = useNameOf()
  const { from, to, counts } = summary
  const known =
    counts.updated > 0
      ? say('knownUpdated', { n: counts.duplicate, updated: counts.updated })
      : say('knownText', { n: counts.duplicate })
  const lines: readonly (readonly [string, string])[] = [
    [say('format'), `${formatName(summary.format, say)}, ${summary.encoding}`],
    ...(from === null || to === null
      ? []
      : [[say('span'), say('spanText', { from: dayText(from), to: dayText(to) })] as const]),
    ...(summary.owner === '' ? [] : [[say('owner'), shownText(summary.owner)] as const]),
    ...(counts.duplicate === 0 ? [] : [[say('known'), known] as const]),
    ...(summary.newAccounts.length === 0
      ? []
      : [[say('newAccounts'), summary.newAccounts.map(nameOf).join(say('comma'))] as const]),
  ]
  return (
    <dl>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function formatName(format: string, say: Say<(typeof importWords)['zh-CN']>): string {
  if (format.startsWith('alipay-app')) return say('formatAlipayApp')
  if (format.startsWith('wechat')) return say('formatWechat')
  switch (format) {
    case 'alipay-web-v1':
      return say('formatAlipayWeb')
    case 'jd':
      return say('formatJd')
    case 'meituan':
      return say('formatMeituan')
    default:
      return format
  }
}

/** What is odd about the file, in a sentence each. */
export function ImportWarnings({ summary }: { readonly summary: ImportSummary }) {
  const say = useWords(importWords)
  return summary.warnings.map((warning) => (
    <div className="call" key={warning.code}>
      <Icon name="warn" />
      <p>{warningText(warning, say)}</p>
    </div>
  ))
}

function warningText({ code, values }: Warning, say: Say<(typeof importWords)['zh-CN']>): string {
  const text = (name: string) => String(values[name] ?? '')
  switch (code) {
    case 'row-count-differs':
      return say('warn.row-count-differs', { announced: text('announced'), read: text('read') })
    case 'order-numbers-damaged':
    case 'times-reformatted':
    case 'amounts-reformatted':
      return say(`warn.${code}`, { rows: text('rows') })
    case 'only-some-types':
      return say('warn.only-some-types', { types: text('types') })
    case 'no-payment-method':
      return say('warn.no-payment-method', { purchases: text('purchases') })
    case 'owner-not-said':
      return say('warn.owner-not-said', { owner: text('owner') })
    case 'owner-known-now':
      return say('warn.owner-known-now', { owner: text('owner'), rows: text('rows') })
    case 'owner-claims':
      return say('warn.owner-claims', { owner: text('owner'), name: text('name') })
    default:
      return code
  }
}

/** Rows that could not be read, as they stand in the file. */
export function ImportProblems({ preview }: { readonly preview: ImportPreview }) {
  const say = useWords(importWords)
  const language = useLanguage()
  const { problems, summary } = preview
  if (problems.length === 0) return null
  return (
    <Section title={say('problems')} aside={say('problemsNote', { n: summary.fileRows - summary.counts.rejected })}>
      <ul className="import-problems">
        {problems.slice(0, 100).map((problem) => (
          <li key={problem.line}>
            <span className="second nowrap">{say('line', { n: problem.line })}</span>
            <span>
              {problemKindSentence(problem.kind, language)}
              <code>{shownText(problem.text)}</code>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
