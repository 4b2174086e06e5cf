import { reminders as en } from './en/reminders.ts'
import { dictionary } from './words.ts'
import { reminders as zh } from './zh-cn/reminders.ts'

export const remindersWords = dictionary(zh, en)
