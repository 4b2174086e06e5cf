import type { Texts } from '#shared/contract/texts/text.ts'

/** Sentences that the screen says in its own way: what its own bridge refuses, and actions whose entry stands beside them. */
export const screenTexts: Texts = {
  'entry-edited': { 'zh-CN': '更正一条流水', en: 'An entry was corrected' },
  'entry-deleted': { 'zh-CN': '删掉一条流水', en: 'An entry was deleted' },
  'session-lost': {
    'zh-CN': '这个链接用过了或者过期了。回到启动花清的窗口，打开新的链接。',
    en: 'This link was used or is too old. Open the new one from the window that started HuaQing.',
  },
  'host-unreachable': {
    'zh-CN': '花清的程序已经停了，页面连不上它。账本没有损失，重新启动花清就好。',
    en: 'The program behind this page has ended. Nothing in the ledger is lost; start HuaQing again.',
  },
}
