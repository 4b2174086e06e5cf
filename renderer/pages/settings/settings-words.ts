import { settings as en } from '../../i18n/en/settings.ts'
import { dictionary } from '../../i18n/words.ts'
import { settings as zh } from '../../i18n/zh-cn/settings.ts'

export const settingsWords = dictionary(zh, en)
