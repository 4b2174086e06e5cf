import type { Translated } from '../words.ts'
import type { history as zh } from '../zh-cn/history.ts'

export const history: Translated<typeof zh> = {
  title: 'History',
  note: 'Every step is here and can be undone, after a restart too',
  when: 'When',
  what: 'What was done',
  state: 'State',
  done: 'in force',
  undone: 'undone',
  empty: 'Nothing done yet',
  emptyText: 'Enter a bill or import a file: every step is written here and can be undone at any time.',
  earlier: 'Earlier',
  undoLast: 'Undo the last step',
  redoLast: 'Redo',
}
