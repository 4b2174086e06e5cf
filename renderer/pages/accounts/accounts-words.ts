import { accounts as en } from '../../i18n/en/accounts.ts'
import { dictionary } from '../../i18n/words.ts'
import { accounts as zh } from '../../i18n/zh-cn/accounts.ts'

export const accountsWords = dictionary(zh, en)
