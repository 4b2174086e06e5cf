import { unreachable } from '#shared/kernel/outcome.ts'
import type { Language } from './language.ts'

/** What is odd about a file that is nevertheless read. */
export type FileWarning =
  | { readonly kind: 'row-count-differs'; readonly announced: number; readonly read: number }
  | { readonly kind: 'order-numbers-damaged'; readonly rows: number }
  | { readonly kind: 'times-reformatted'; readonly rows: number }
  | { readonly kind: 'amounts-reformatted'; readonly rows: number }
  | { readonly kind: 'only-some-types'; readonly types: string }
  | { readonly kind: 'no-payment-method'; readonly purchases: number }
  /** Only where one person's accounts are here, on which its rows then are. */
  | { readonly kind: 'owner-not-said'; readonly owner: string }
  /** Rows that a file without an owner had put on somebody else's accounts. */
  | { readonly kind: 'owner-known-now'; readonly owner: string; readonly rows: number }
  /** An account that a file without an owner filled becomes the owner's of this one. */
  | { readonly kind: 'owner-claims'; readonly owner: string; readonly name: string }

/** What it means for the user, and what to do. */
export function warningSentence(warning: FileWarning, language: Language): string {
  const english = language === 'en'
  switch (warning.kind) {
    case 'row-count-differs':
      return english
        ? `The file announces ${warning.announced} rows but holds ${warning.read}. It may be cut off: download it again.`
        : `文件写明共 ${warning.announced} 笔，实际读到 ${warning.read} 笔，可能不完整，请重新下载。`
    case 'order-numbers-damaged':
      return english
        ? `${warning.rows} order numbers were damaged by a spreadsheet. These rows are recognized by time, amount and text instead; the untouched original file is better.`
        : `有 ${warning.rows} 个订单号被表格软件破坏，这些行改用时间、金额和内容识别；最好使用没有打开另存过的原始文件。`
    case 'times-reformatted':
      return english
        ? `${warning.rows} times were rewritten by a spreadsheet; seconds may be lost.`
        : `有 ${warning.rows} 个交易时间被表格软件改过，秒数可能丢失。`
    case 'amounts-reformatted':
      return english
        ? `${warning.rows} amounts are not in the original form (thousands separators or signs); they were read exactly.`
        : `有 ${warning.rows} 个金额不是原始写法（带千位分隔或货币符号），已按原值读取。`
    case 'only-some-types':
      return english
        ? `The file was exported for "${warning.types}" only; other transactions are missing.`
        : `导出时只选了“${warning.types}”，其他交易不在文件里。`
    case 'no-payment-method':
      return english
        ? `The web site's export names no payment method, so its ${warning.purchases} purchases may or may not be on Huabei: none of them is counted. Import the app's export of the same months as well.`
        : `网页版账单不写付款方式，看不出这 ${warning.purchases} 笔消费哪些用了花呗，所以都没有记成欠款。请再导入手机 App 里同一段时间的账单。`
    case 'owner-not-said':
      return english
        ? `The lines before the header are missing, so the file does not say whose it is: its rows go to the accounts of ${warning.owner}. If it is somebody else's, choose the untouched file instead, or say whose with --owner; an import can be undone.`
        : `文件开头几行不见了，看不出是谁的支付宝，会记在 ${warning.owner} 名下。如果是别人的，请改用没动过的原始文件，或用 --owner 说明是谁的；已经导入的可以撤销。`
    case 'owner-known-now':
      return english
        ? `${warning.rows} rows stand on somebody else's accounts, put there by a file that did not say whose it is. This file says that they are ${warning.owner}'s: they move to the accounts of ${warning.owner}.`
        : `有 ${warning.rows} 行之前从一个看不出是谁的文件记到了别人名下。这个文件写明是 ${warning.owner} 的，会改记到 ${warning.owner} 名下。`
    case 'owner-claims':
      return english
        ? `${warning.name} holds rows of a file that did not say whose it is, and becomes ${warning.owner}'s. If they are somebody else's, undo both imports and read that file with --owner, or import that person's untouched file afterwards: its rows move to their owner.`
        : `“${warning.name}”里有从看不出是谁的文件来的记录，现在会归到 ${warning.owner} 名下。如果是别人的，撤销这两次导入，用 --owner 说明是谁的再导入；或者之后再导入那个人的原始文件，记录会改到他名下。`
    default:
      return unreachable(warning)
  }
}
