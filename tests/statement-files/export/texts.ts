import fc from 'fast-check'

/** Texts that break files: every sign that some format takes for its own, line ends, marks that turn the direction, halves of characters, great length. */
export const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 6,
    arbitrary: fc.string({
      unit: fc.constantFrom(
        ...'"\\;:,|=@{}()[]<>&*!#^%~-+\'`$/',
        '\n',
        '\r',
        '\r\n',
        '\t',
        ' ',
        '  ',
        '\u3000',
        '\u2028',
        '\u202e',
        '\u200f',
        '\ufeff',
        '\0',
        '\ud83d',
        '😀',
        '👨‍👩‍👧',
        '花呗',
        '1',
        'a',
        'END:VEVENT',
        ']]>',
        '=1+1',
      ),
      maxLength: 30,
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom('名'.repeat(400), '=HYPERLINK("x")', 'a'.repeat(400), '😀'.repeat(200)) },
)
