import { today as en } from '../../i18n/en/today.ts'
import { dictionary } from '../../i18n/words.ts'
import { today as zh } from '../../i18n/zh-cn/today.ts'

export const todayWords = dictionary(zh, en)
