/** Words of the charts and of their tables. */
export const charts = {
  chart: '图',
  table: '表',
  chartOrTable: '看图还是看表',
  owed: '还欠多少',
  solid: '实线：已发生',
  dashed: '虚线：计划',
  today: '今天',
  happened: '实际',
  colDay: '日子',
  colWhat: '已发生还是计划',
  colOwed: '还欠',
  fact: '实际',
  plan: '计划',
  /** Large amounts on an axis, and how many yuan one of them is. */
  axisLarge: '{n}万',
  axisLargeYuan: '10000',
  result: '欠款随时间：实际到{today}为{now}；照计划到{end}为零',
  resultNever: '欠款随时间：实际到{today}为{now}；照计划还不完',
  resultNow: '欠款随时间：实际到{today}为{now}',
  tableNote: '每个月最后一次变化后的数',
} as const
