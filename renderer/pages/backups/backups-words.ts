import { backups as en } from '../../i18n/en/backups.ts'
import { dictionary } from '../../i18n/words.ts'
import { backups as zh } from '../../i18n/zh-cn/backups.ts'

export const backupsWords = dictionary(zh, en)
