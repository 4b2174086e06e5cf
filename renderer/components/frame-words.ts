import { frame as en } from '../i18n/en/frame.ts'
import { dictionary } from '../i18n/words.ts'
import { frame as zh } from '../i18n/zh-cn/frame.ts'

export const frameWords = dictionary(zh, en)
