import { closure as en } from '../../i18n/en/closure.ts'
import { dictionary } from '../../i18n/words.ts'
import { closure as zh } from '../../i18n/zh-cn/closure.ts'

export const closureWords = dictionary(zh, en)
