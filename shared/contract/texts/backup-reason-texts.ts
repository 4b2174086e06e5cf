import type { BackupReason } from '../safety-views.ts'
import type { Text, TextLanguage } from './text.ts'

/** Why a backup was made. */
const texts: Readonly<Record<BackupReason, Text>> = {
  asked: { 'zh-CN': '手动', en: 'by hand' },
  automatic: { 'zh-CN': '自动', en: 'automatically' },
  'before-import': { 'zh-CN': '导入前', en: 'before an import' },
  'before-migration': { 'zh-CN': '升级前', en: 'before an update' },
  'before-restore': { 'zh-CN': '恢复前', en: 'before restoring' },
  'before-repair': { 'zh-CN': '修复前', en: 'before a repair' },
  'before-undo': { 'zh-CN': '撤销前', en: 'before an undo' },
  'before-compaction': { 'zh-CN': '清理前', en: 'before a clean-up' },
}

/** A reason that a newer program gave is shown as it wrote it. */
export const backupReasonText = (reason: string, language: TextLanguage): string =>
  Object.hasOwn(texts, reason) ? texts[reason as BackupReason][language] : reason
