/** Words of the history of actions. */
export const history = {
  title: '历史',
  note: '做过的每一步都在，重启后也能撤销',
  when: '什么时候',
  what: '做了什么',
  state: '状态',
  done: '有效',
  undone: '已撤销',
  empty: '还没有做过什么',
  emptyText: '记一张账单或者导入一个文件，每一步都会写在这里，随时可以撤销。',
  earlier: '更早的',
  undoLast: '撤销最近一步',
  redoLast: '重做',
} as const
