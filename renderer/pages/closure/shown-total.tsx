import { useState } from 'react'
import { type Fen, fen } from '#shared/kernel/money.ts'
import type { ComparedQuote, ShownCell } from '#shared/outlook/shown-quote.ts'
import { type Place, placesOf } from '#shared/outlook/shown-total.ts'
import { useCellName } from '../../components/cells-table.tsx'
import { parseMoneyField } from '../../components/field-parsing.ts'
import { MoneyField } from '../../components/money-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { closureWords } from './closure-words.ts'

/** The one sum that Alipay shows, as it is typed, and the cell to which its difference goes. */
export type ShownSum = {
  readonly text: string
  /** Null while nothing is typed, or no amount. */
  readonly difference: Fen | null
  readonly places: readonly Place[]
  /** The cell that the difference makes; null where there is none, or none can hold it. */
  readonly cell: ShownCell | null
  readonly wrong: 'shownSumWrong' | 'shownNoPlace' | null
  readonly type: (text: string) => void
  readonly choose: (place: string) => void
}

const placeName = ({ row, column }: Place): string => `${row}.${column}`

/** @param both the cells as they are copied so far */
export function useShownSum(both: ComparedQuote): ShownSum {
  const [text, type] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  const parsed = text.trim() === '' ? null : parseMoneyField(text)
  const difference = parsed?.ok && parsed.value >= 0 ? fen(parsed.value - both.total) : null
  const places = difference === null || difference === 0 ? [] : placesOf(both.cells, difference)
  const place = places.find((one) => placeName(one) === chosen) ?? places[0]
  const cell =
    place === undefined || difference === null
      ? null
      : { ...place, amount: fen(both.cells[place.row][place.column] + difference) }
  const wrong =
    parsed !== null && difference === null
      ? 'shownSumWrong'
      : cell === null && difference !== null && difference !== 0
        ? 'shownNoPlace'
        : null
  return { text, difference, places, cell, wrong, type, choose }
}

/** Where Alipay gives one sum, it is enough: its difference stands in the cell that is least proved, or in another. */
export function ShownTotal({ sum }: { readonly sum: ShownSum }) {
  const say = useWords(closureWords)
  const cellName = useCellName()
  return (
    <div className="shown-total">
      <MoneyField label={say('shownSum')} note={say('shownSumNote')} value={sum.text} onChange={sum.type} />
      {sum.cell === null ? (
        sum.wrong === 'shownNoPlace' ? (
          <p className="note is-attention" role="status">
            {say('shownNoPlace')}
          </p>
        ) : null
      ) : (
        <SelectField
          label={say('shownPlace')}
          choices={sum.places.map((one) => ({ value: placeName(one), label: cellName(one.row, one.column) }))}
          value={placeName(sum.cell)}
          onChange={sum.choose}
        />
      )}
    </div>
  )
}
