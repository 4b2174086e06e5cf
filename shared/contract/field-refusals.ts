import { z } from 'zod'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import type { FieldRefusal, Refusal } from './reply.ts'

/** What is wrong with which field, by path (`entries[3].amount`): a sentence's figures instead of a validator's report. */

/** So many wrong fields are said; the rest has the same cause or waits. */
const MAX_SAID = 20

type Issue = z.core.$ZodIssue

/** What somebody wrote, read by the schema; a field that does not exist is refused with those that do. */
export function readFields<S extends z.ZodType>(schema: S, written: unknown): Outcome<z.output<S>, Refusal> {
  const parsed = schema.safeParse(written, { reportInput: true, error: knownFields })
  return parsed.success ? done(parsed.data) : refused(wrongFields(parsed.error))
}

/** The validator knows which object refused a key only while it words its message: the names are that message. */
const knownFields: z.core.$ZodErrorMap = ({ code, inst }) =>
  code === 'unrecognized_keys' && inst instanceof z.ZodObject ? Object.keys(inst.shape).join(', ') : undefined

function wrongFields(error: z.ZodError): Refusal {
  return { kind: 'wrong-fields', fields: error.issues.flatMap(fieldRefusals).slice(0, MAX_SAID) }
}

export const wrongField = (path: string, kind: string, text?: string): Refusal => ({
  kind: 'wrong-fields',
  fields: [text === undefined ? { path, kind } : { path, kind, text }],
})

/** `['entries', 3, 'amount']` as `entries[3].amount`; the file as a whole is `(file)`. */
export function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(file)'
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}

function fieldRefusals(issue: Issue): FieldRefusal[] {
  const path = pathText(issue.path)
  switch (issue.code) {
    case 'custom':
      return [{ path, kind: issue.message, ...(typeof issue.input === 'string' ? { text: issue.input } : {}) }]
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: pathText([...issue.path, key]),
        kind: 'field-unknown',
        text: issue.message,
      }))
    case 'invalid_type':
      return [isMissing(issue) ? { path, kind: 'field-missing' } : { path, kind: formOf(issue.expected) }]
    case 'invalid_value':
      return [{ path, kind: 'value-not-offered', text: issue.values.map(String).join(', ') }]
    case 'invalid_union':
      return [{ path, kind: 'value-not-offered', text: offered(issue) }]
    case 'too_small':
      return [{ path, kind: TOO_SMALL[issue.origin] ?? 'value-too-small', text: String(issue.minimum) }]
    case 'too_big':
      return [{ path, kind: TOO_LARGE[issue.origin] ?? 'value-too-large', text: String(issue.maximum) }]
    default:
      return [{ path, kind: 'field-not-readable' }]
  }
}

/** The validator keeps what it received to itself, but says so where that was nothing. */
const isMissing = ({ message }: Issue): boolean => / received (undefined|null)$/.test(message)

const FORMS = ['string', 'number', 'boolean', 'array', 'object'] as const

function formOf(expected: string): string {
  const form = FORMS.find((one) => one === (expected === 'int' ? 'number' : expected))
  return form === undefined ? 'field-not-readable' : `not-a-${form}`
}

const TOO_SMALL: Partial<Record<string, string>> = { array: 'list-too-short', string: 'text-too-short' }
const TOO_LARGE: Partial<Record<string, string>> = { array: 'list-too-long', string: 'text-too-long' }

/** A union tells its discriminating values, or the alternatives of its members. */
function offered(issue: Issue & { code: 'invalid_union' }): string {
  if ('options' in issue && Array.isArray(issue.options)) return issue.options.map(String).join(', ')
  return issue.errors
    .flat()
    .flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []))
    .join(', ')
}
