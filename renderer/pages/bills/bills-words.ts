import { bills as en } from '../../i18n/en/bills.ts'
import { dictionary } from '../../i18n/words.ts'
import { bills as zh } from '../../i18n/zh-cn/bills.ts'

export const billsWords = dictionary(zh, en)
