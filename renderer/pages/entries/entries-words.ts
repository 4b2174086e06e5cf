import { entries as en } from '../../i18n/en/entries.ts'
import { dictionary } from '../../i18n/words.ts'
import { entries as zh } from '../../i18n/zh-cn/entries.ts'

export const entriesWords = dictionary(zh, en)
