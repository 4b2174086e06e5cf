import { palette as en } from '../../i18n/en/palette.ts'
import { dictionary } from '../../i18n/words.ts'
import { palette as zh } from '../../i18n/zh-cn/palette.ts'

export const paletteWords = dictionary(zh, en)
