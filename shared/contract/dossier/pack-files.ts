import { dayText } from '#shared/kernel/day.ts'
import { yuanText } from '#shared/kernel/money.ts'
import { csvLine, guardText } from '#shared/statement-files/csv-cell.ts'
import { huaqingCsvLines } from '#shared/statement-files/huaqing-csv.ts'
import { fill, type Texts } from '../texts/text.ts'
import type { MadeDossier } from './dossier.ts'

/** The texts of a complaint pack: the dossier, its facts, the ledger and the chronology as CSV, and what is what. */
export type PackFile = { readonly name: string; readonly text: string }

const words = {
  head: { 'zh-CN': '日期,时间,事项,内容,账户,金额', en: 'day,time,what,words,account,amount' },
  readme: {
    'zh-CN': `投诉材料包，{on}由花清生成。
dossier.html 关闭档案，用浏览器打开，可以打印成PDF
chronology.csv 全部经过，从早到晚
ledger.csv 账本的每一条记录
scenario.json 同样的事实，用来重新计算：huaqing simulate scenario.json
SHA256SUMS.txt 每个文件的校验值，核对：sha256sum -c SHA256SUMS.txt
{attachments}`,
    en: `Complaint pack, made by HuaQing on {on}.
dossier.html the closure dossier; open it in a browser, print it as PDF
chronology.csv everything that happened, the oldest first
ledger.csv every record of the ledger
scenario.json the same facts to compute from again: huaqing simulate scenario.json
SHA256SUMS.txt the hash of every file; check them with: sha256sum -c SHA256SUMS.txt
{attachments}`,
  },
  attached: { 'zh-CN': 'attachments/ 附件原件', en: 'attachments/ the attached files as they were' },
  left: {
    'zh-CN': '已隐去姓名、商户、单号；附件里的图没法隐去，所以没有放进来，校验值在档案里。',
    en: 'Names, shops and numbers are replaced. Pictures cannot be, so attachments are left out; their hashes stand in the dossier.',
  },
} as const satisfies Texts

export function packFiles({ html, facts }: MadeDossier): readonly PackFile[] {
  const { ledger, scenario, language, redacted } = facts
  const about = { on: dayText(ledger.today), attachments: words[redacted ? 'left' : 'attached'][language] }
  return [
    { name: 'README.txt', text: `${fill(words.readme[language], about).trimEnd()}\n` },
    { name: 'dossier.html', text: html },
    { name: 'scenario.json', text: scenario.text },
    { name: 'ledger.csv', text: [...huaqingCsvLines(ledger, { bom: true })].join('') },
    { name: 'chronology.csv', text: chronologyCsv(facts) },
  ]
}

/** With a byte order mark for Excel, and nothing in it that a spreadsheet would run. */
function chronologyCsv({ events, language, coded, nameOf }: MadeDossier['facts']): string {
  const lines = [...events].reverse().map(({ on, time, what, text, account, amount }) => {
    const name = account === null ? '' : nameOf(account)
    const cells = [coded('case', what).trim(), text.replaceAll(/[\r\n]+/g, ' '), name].map(guardText)
    return csvLine([dayText(on), time, ...cells, amount === null ? '' : yuanText(amount)])
  })
  return `\ufeff${words.head[language]}\r\n${lines.join('')}`
}
