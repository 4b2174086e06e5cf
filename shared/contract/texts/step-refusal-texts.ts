import type { Texts } from './text.ts'

/** Why a step of the history is not undone, done again, or made final. */
export const stepRefusalTexts: Texts = {
  'nothing-to-undo': { 'zh-CN': '没有可以撤销的操作', en: 'There is nothing to undo' },
  'step-not-reachable': { 'zh-CN': '这一步已经是这样了', en: 'This step is already so' },
  'step-too-deep': {
    'zh-CN': '撤销到头了，更早的步骤已经不能撤销；要回到更早，恢复一份备份',
    en: 'Undo does not reach further back; restore a backup to go back earlier',
  },
  'no-undo-depth': {
    'zh-CN': '现在撤销没有上限，没有什么可以清理；先定最多撤销多少步',
    en: 'Undo has no limit now, so nothing may go; first say how deep it shall reach',
  },
  'compact-while-importing': {
    'zh-CN': '另一个窗口正在预览导入，先完成或放弃它，再清理',
    en: 'An import is being previewed elsewhere; finish it or give it up, then clean up',
  },
  'nothing-to-redo': { 'zh-CN': '没有可以重做的操作', en: 'There is nothing to redo' },
  'nothing-to-redo+count': {
    'zh-CN': '没有可以重做的操作：{at} 又做了别的，之前撤销的 {count} 步已放弃',
    en: 'There is nothing to redo: {count} undone {count|step was|steps were} given up when something else was done at {at}',
  },
}
