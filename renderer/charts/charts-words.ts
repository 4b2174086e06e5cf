import { charts as en } from '../i18n/en/charts.ts'
import { dictionary } from '../i18n/words.ts'
import { charts as zh } from '../i18n/zh-cn/charts.ts'

export const chartsWords = dictionary(zh, en)
