import { chartPage as en } from '../../i18n/en/chart-page.ts'
import { dictionary } from '../../i18n/words.ts'
import { chartPage as zh } from '../../i18n/zh-cn/chart-page.ts'

export const chartPageWords = dictionary(zh, en)
