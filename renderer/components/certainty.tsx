import type { Certainty } from '#shared/ledger/cells.ts'
import { useWords } from '../i18n/preferences.tsx'
import { partsWords } from './parts-words.ts'

/** Where a figure comes from: solid copied from Alipay, outlined worked out, dashed resting on an assumption. */
export function CertaintyMark({ value }: { readonly value: Certainty }) {
  const say = useWords(partsWords)
  return (
    <span className={`certainty ${value}`} title={say(`certainty.${value}.long`)}>
      <span aria-hidden="true">{say(`certainty.${value}`)}</span>
      <span className="unseen">{say(`certainty.${value}.long`)}</span>
    </span>
  )
}
