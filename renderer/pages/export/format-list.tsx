import { useId } from 'react'
import { EXPORT_FORMATS, type ExportFormat } from '#shared/contract/export-fields.ts'
import { Section } from '../../components/section.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { exportWords } from './export-words.ts'

/** All forms in sight, each with what it is for: a choice between names alone would help nobody. */
export function FormatList(props: {
  readonly format: ExportFormat
  readonly onChange: (format: ExportFormat) => void
}) {
  const say = useWords(exportWords)
  const name = useId()
  return (
    <Section title={say('which')}>
      <fieldset className="formats">
        <legend className="unseen">{say('which')}</legend>
        {EXPORT_FORMATS.map((format) => (
          <label key={format} className="format">
            <input
              type="radio"
              name={name}
              value={format}
              checked={format === props.format}
              onChange={() => props.onChange(format)}
            />
            <span className="format-name">{say(`name.${format}`)}</span>
            <span className="format-for">{say(`for.${format}`)}</span>
          </label>
        ))}
      </fieldset>
    </Section>
  )
}
