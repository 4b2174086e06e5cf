import { plan as en } from '../../i18n/en/plan.ts'
import { dictionary } from '../../i18n/words.ts'
import { plan as zh } from '../../i18n/zh-cn/plan.ts'

export const planWords = dictionary(zh, en)
