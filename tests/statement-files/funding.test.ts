import { describe, expect, it } from 'vitest'
import { accountRefText } from '#shared/statement-files/account-ref.ts'
import { readFunding, realLegs } from '#shared/statement-files/alipay-funding.ts'

/** Every method that formats.md 2.4 shows, with who really pays. */
const legs = (method: string) => {
  const { credit, own, others } = readFunding(method)
  return { credit: credit.map((leg) => (leg.account ? accountRefText(leg.account) : null)), own, others }
}

describe('who paid', () => {
  it.each([
    ['', [], []],
    ['/', [], []],
    ['余额', [], ['余额']],
    ['账户余额(个人余额)', [], ['账户余额(个人余额)']],
    ['支付宝小荷包(测试用户的小荷包)', [], ['支付宝小荷包(测试用户的小荷包)']],
    ['数字人民币', [], ['数字人民币']],
    ['花呗', ['huabei'], []],
    ['花呗分期(24期)', ['huabei'], []],
    ['江苏银行信用购', ['credit-purchase:江苏银行'], []],
    ['招联消金信用购', ['credit-purchase:招联消金'], []],
    ['北京银行信用购(原花呗)', ['credit-purchase:北京银行'], []],
    ['信用购', [null], []],
    ['花呗信用购', [null], []],
    ['中信银行信用卡分期(6428) 3期', [], ['中信银行信用卡分期(6428) 3期']],
    ['Visa(9272)', [], ['Visa(9272)']],
    ['单车骑行卡抵扣', [], []],
    ['红包&直播间专享券', [], []],
    ['花呗&花呗金', ['huabei'], []],
    ['花呗&花呗信用购立减', ['huabei'], []],
    ['花呗&惊喜市集惊喜币&现金抵价券', ['huabei'], []],
    ['花呗&西安消费劵', ['huabei'], []],
    ['平安银行信用购&红包', ['credit-purchase:平安银行'], []],
    ['余额宝&支付宝随机立减', [], ['余额宝']],
    ['余额宝&花呗金', [], ['余额宝']],
    ['工商银行储蓄卡(1230)&工商银行立减金', [], ['工商银行储蓄卡(1230)']],
    ['黄金', [], ['黄金']],
    ['花呗&数字人民币', ['huabei'], ['数字人民币']],
    ['账户余额&花呗分期(3期)', ['huabei'], ['账户余额']],
    ['工商银行储蓄卡(3697)&账户余额', [], ['工商银行储蓄卡(3697)', '账户余额']],
    ['花呗＆红包', ['huabei'], []],
  ])('%s', (method, credit, own) => {
    expect(legs(method)).toEqual({ credit, own, others: [] })
  })

  it('others pay with a family card or for a friend', () => {
    for (const method of ['亲情卡(家人)', '亲情卡(凯义(王凯义))', '他人代付账户'])
      expect(legs(method)).toEqual({ credit: [], own: [], others: [method] })
  })

  it('reads the number of installments, in either kind of brackets', () => {
    expect(
      ['花呗', '花呗分期(3期)', '花呗分期（12期）', '招联消金信用购分期(6期)'].map(
        (method) => readFunding(method).credit[0]?.installments,
      ),
    ).toEqual([null, 3, 12, 6])
  })

  it('names the real legs for the question', () => {
    expect(realLegs(readFunding('账户余额&花呗分期(3期)&红包'))).toEqual(['花呗分期(3期)', '账户余额'])
  })
})
