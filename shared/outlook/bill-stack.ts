/** The parts of which a chart stacks a bill; purchases are what the others leave of its total, so that they sum to it. */
export const BILL_PARTS = ['purchases', 'installments', 'rolled', 'charges'] as const
export type BillPart = (typeof BILL_PARTS)[number]

/**
 * What is cut off each part, in their order: where the bill is less than its parts, as Alipay may show it, the purchases
 * would be below zero, and the others are cut in turn. No bar is higher than the bill.
 */
export function cutsOf([purchases = 0, ...others]: readonly number[]): readonly number[] {
  let beyond = Math.max(0, -purchases)
  const cuts = others.map((part) => {
    const cut = Math.min(Math.max(0, part), beyond)
    beyond -= cut
    return cut
  })
  return [Math.min(0, purchases), ...cuts]
}
