import { pairOf } from './request.ts'

/** `--split huabei=500.00` or `--split huabei@2026-06=500.00`; `--bill` names the month of those that name none. */
export const splitTyped = (parts: readonly string[], month: string | undefined) =>
  parts.map((one) => {
    const [target, amount] = pairOf(one)
    const [account = '', named] = target.split('@')
    return { account, amount, month: named ?? month ?? null }
  })
