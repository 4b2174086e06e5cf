/** Small pieces of a page that holds nothing active: every text is escaped where it becomes HTML, and nowhere else. */
export type Html = { readonly html: string }

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)

type Content = Html | string | readonly (Html | string)[]

const inner = (content: Content): string => {
  if (typeof content === 'string') return escaped(content)
  return 'html' in content ? content.html : content.map(inner).join('')
}

/** `element('td', 'number', '1.00')`; the class may be empty. */
export function element(tag: string, className: string, content: Content): Html {
  const attribute = className === '' ? '' : ` class="${className}"`
  return { html: `<${tag}${attribute}>${inner(content)}</${tag}>` }
}

export const join = (parts: readonly Html[]): Html => ({ html: parts.map(({ html }) => html).join('\n') })
export const nothing: Html = { html: '' }

export type Column = { readonly title: string; readonly as?: 'number' | 'narrow' }

/** Heads repeat on every sheet of paper, and no row is cut in two. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly (Html | string)[])[],
  foot?: readonly string[],
): Html {
  const cell = (tag: 'td' | 'th') => (content: Html | string, index: number) =>
    element(tag, columns[index]?.as ?? '', content)
  const head = element(
    'thead',
    '',
    element(
      'tr',
      '',
      columns.map(({ title }, index) => cell('th')(title, index)),
    ),
  )
  const body = element(
    'tbody',
    '',
    rows.map((row) => element('tr', '', row.map(cell('td')))),
  )
  const end = foot ? element('tfoot', '', element('tr', '', foot.map(cell('td')))) : nothing
  return element('table', '', [head, body, end])
}

export function section(title: string, content: readonly Html[]): Html {
  return element('section', '', [element('h2', '', title), ...content])
}
