const DIGITS = '〇一二三四五六七八九'
const digitOf = (char: string): number => DIGITS.indexOf(char === '零' ? '〇' : char)

/** A text with its Chinese numbers up to 99, and years said digit by digit, in digits: `七月三日`, `二〇二六年`, `廿八`. */
export const withDigits = (text: string): string => text.replace(/[〇零一二三四五六七八九十廿卅]+/g, digits)

/** What is no number stays as it is, and is refused with its words. */
function digits(words: string): string {
  const said = words.replace('廿', '二十').replace('卅', '三十')
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(said)
  if (tens) return String((tens[1] === '' ? 1 : digitOf(tens[1]!)) * 10 + (tens[2] === '' ? 0 : digitOf(tens[2]!)))
  return said.includes('十') ? words : [...said].map(digitOf).join('')
}
