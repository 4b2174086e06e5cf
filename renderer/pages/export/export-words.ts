import { exportPage as en } from '../../i18n/en/export.ts'
import { dictionary } from '../../i18n/words.ts'
import { exportPage as zh } from '../../i18n/zh-cn/export.ts'

export const exportWords = dictionary(zh, en)
