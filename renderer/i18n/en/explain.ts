import type { Translated } from '../words.ts'
import type { explain as zh } from '../zh-cn/explain.ts'

export const explain: Translated<typeof zh> = {
  title: 'How this is made up',
  addsUp: 'the lines add up to it',
  untilWhen: 'until when each account is repaid, the last one first',
  neverEnds: 'Never free this way',
  leftThen: 'left, yuan',
  leftInAll: 'Left then',
  nothingIn: 'Nothing is owed or counted in it',
  stretch: '{from} to {through}, {days} {days|day|days}',
  line: 'Part',
  amount: 'yuan',
  certainty: 'How it is known',
  total: 'Total',
  ruleSource: 'rule {source}',
  'rounding.halfUp': 'rounded to fen, halves up',
  'rounding.halfEven': 'rounded to fen, halves to even',
  'rounding.down': 'rounded down to fen',
  forService: 'To read to customer service',
  service:
    'Please check an amount with me: {amount} yuan. This is how I get to it: {lines}. Which of these differs from your records?',
  serviceJoin: '; ',
  serviceLine: '{what}, {amount} yuan',
  copy: 'Copy',
  showAll: 'Show the {n} {n|line|lines} that these are made of',
  copyLines: 'Copy every line',
  copied: 'Copied',
}
