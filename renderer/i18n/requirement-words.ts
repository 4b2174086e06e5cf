import { closure as en } from './en/closure.ts'
import { dictionary } from './words.ts'
import { closure as zh } from './zh-cn/closure.ts'

/** The names of the requirements of closing, for pages beside the one of closing. */
export const closureRequirementWords = dictionary(zh, en)
