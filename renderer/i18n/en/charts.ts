import type { Translated } from '../words.ts'
import type { charts as zh } from '../zh-cn/charts.ts'

export const charts: Translated<typeof zh> = {
  chart: 'Chart',
  table: 'Table',
  chartOrTable: 'Chart or table',
  owed: 'What is still owed',
  solid: 'solid: happened',
  dashed: 'dashed: planned',
  today: 'Today',
  happened: 'What happened',
  colDay: 'Day',
  colWhat: 'Happened or planned',
  colOwed: 'Owed',
  fact: 'happened',
  plan: 'planned',
  axisLarge: '{n}k',
  axisLargeYuan: '1000',
  result: 'Debt over time: {now} by {today} as it happened; zero on {end} by this plan',
  resultNever: 'Debt over time: {now} by {today} as it happened; this plan never ends it',
  resultNow: 'Debt over time: {now} by {today} as it happened',
  tableNote: 'After the last change of each month',
}
