import { importing as en } from '../../i18n/en/import.ts'
import { dictionary } from '../../i18n/words.ts'
import { importing as zh } from '../../i18n/zh-cn/import.ts'

export const importWords = dictionary(zh, en)
