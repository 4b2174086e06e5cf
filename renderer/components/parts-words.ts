import { parts as en } from '../i18n/en/parts.ts'
import { dictionary } from '../i18n/words.ts'
import { parts as zh } from '../i18n/zh-cn/parts.ts'

export const partsWords = dictionary(zh, en)
