import { closureTexts } from './closure-texts.ts'
import type { TextLanguage, Texts } from './text.ts'

/** Steps of the day of closing, as the history tells them. */
const stepTexts: Texts = {
  paid: { 'zh-CN': '付清了', en: 'paid off' },
  'quota-zero': { 'zh-CN': '看到已用额度是0.00', en: 'the used quota read 0.00' },
  'pressed-close': { 'zh-CN': '在支付宝里点了关闭', en: 'closing was pressed in Alipay' },
  'answer-kept': { 'zh-CN': '支付宝的答复存好了', en: 'Alipay’s answer was kept' },
}

/** What a code means that stands as a value inside another sentence: nobody but a program reads the code itself. */
export function codeSaid(name: string, code: string, language: TextLanguage): string | null {
  const texts = name === 'code' ? closureTexts : name === 'step' ? stepTexts : null
  return texts !== null && Object.hasOwn(texts, code) ? (texts[code]?.[language] ?? null) : null
}
