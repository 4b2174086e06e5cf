import { pairOf } from './request.ts'

/** `--split huabei=500.00` or `--split huabei@2026-06=500.00`; `--bill` names the month of those that name none. */
export const splitTyped = (parts: readonly string[], month: string | undefined) =>
  parts.map((one) => {
    const [target, amount] = pairOf(one)
    // An account of a second owner has an @ of its own.
    const [, account = target, named] = /^(.*)@(\d{4}-\d{2})$/.exec(target) ?? []
    return { account, amount, month: named ?? month ?? null }
  })
