import { explain as en } from '../../i18n/en/explain.ts'
import { dictionary } from '../../i18n/words.ts'
import { explain as zh } from '../../i18n/zh-cn/explain.ts'

export const explainWords = dictionary(zh, en)
