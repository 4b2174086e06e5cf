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
  depth: 'Every step is here; {count} can be undone now, after a restart too',
  depthBounded:
    'Undo goes back {depth} steps; {count} can be undone now, after a restart too. The limit is in the settings',
  settled: 'beyond undo',
  dropped: 'given up',
  go: 'Undo or redo up to here',
  undoHere: 'Undo back to here',
  redoHere: 'Redo up to here',
  undoneMany: '{count} {count|step|steps} undone; redo brings them back',
  redoneMany: '{count} {count|step|steps} done again',
}
