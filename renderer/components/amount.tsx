import type { Fen } from '#shared/kernel/money.ts'
import { amountText, HIDDEN_AMOUNT } from '../i18n/format.ts'
import { usePreferences } from '../i18n/preferences.tsx'

/** `plain` in tables and lists (no sign), `sentence` with a light ¥, `figure` in a section, `answer` of a page, `hero` once per screen. */
export type AmountForm = 'plain' | 'sentence' | 'figure' | 'answer' | 'hero'

/** An amount in fen: tabular, two decimals, true minus. Hidden amounts all have the same width and say so. */
export function Amount({ value, form = 'plain' }: { readonly value: Fen; readonly form?: AmountForm }) {
  const { hideAmounts, language } = usePreferences()
  const large = form === 'hero' || form === 'answer'
  const className = form === 'plain' || form === 'sentence' ? 'amount' : `amount amount-${form}`
  if (hideAmounts) {
    return (
      <span className={className}>
        <span aria-hidden="true">
          <i className="yuan">¥</i>
          {HIDDEN_AMOUNT}
        </span>
        <span className="unseen">{language === 'en' ? 'amount hidden' : '金额已隐藏'}</span>
      </span>
    )
  }
  const text = amountText(value)
  const zero = value === 0 && form === 'plain' ? ' is-zero' : ''
  return (
    <span className={className + zero}>
      {form === 'plain' ? null : <i className="yuan">¥</i>}
      {large ? text.slice(0, -3) : text}
      {large ? <i>{text.slice(-3)}</i> : null}
    </span>
  )
}
