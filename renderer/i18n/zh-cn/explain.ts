/** Words of the panel that explains a figure. */
export const explain = {
  title: '怎么来的',
  addsUp: '每一行加起来就是它',
  line: '哪一项',
  amount: '元',
  certainty: '怎么知道的',
  total: '合计',
  ruleSource: '规则{source}',
  'rounding.halfUp': '四舍五入到分',
  'rounding.halfEven': '四舍六入五成双到分',
  'rounding.down': '舍去到分',
  forService: '说给客服听',
  service: '请帮我核对一个金额：{amount}元。我这边是这样算的：{lines}。请问哪一项和你们的记录不一样？',
  serviceJoin: '；',
  serviceLine: '{what}，{amount}元',
  copy: '复制',
  copied: '复制好了',
} as const
