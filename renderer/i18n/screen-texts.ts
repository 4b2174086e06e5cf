import type { Texts } from '#shared/contract/texts/text.ts'

/** Sentences that only the screen needs: what its own bridge refuses. */
export const screenTexts: Texts = {
  'session-lost': {
    'zh-CN': '这个链接用过了或者过期了。回到启动花清的窗口，打开新的链接。',
    en: 'This link was used or is too old. Open the new one from the window that started HuaQing.',
  },
  'host-unreachable': {
    'zh-CN': '花清的程序已经停了，页面连不上它。账本没有损失，重新启动花清就好。',
    en: 'The program behind this page has ended. Nothing in the ledger is lost; start HuaQing again.',
  },
}
