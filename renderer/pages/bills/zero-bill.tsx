import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BillView } from '#shared/contract/views.ts'
import { Button } from '../../components/button.tsx'
import { parseMoneyField } from '../../components/field-parsing.ts'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { repayPathOf } from '../../state/places.ts'
import { billsWords } from './bills-words.ts'

type OpenBill = Pick<BillView, 'account' | 'month' | 'unpaid'>

/**
 * Alipay shows 0.00 of a bill that was paid, and whoever copies that would wipe out what is still owed here. It is asked
 * once, with both ways on.
 */
export function useZeroBill(bill: OpenBill | null) {
  const [asked, setAsked] = useState<string | null>(null)
  const key = bill === null ? null : `${bill.account}/${bill.month}`
  return {
    isAsked: asked !== null && asked === key,
    clear: () => setAsked(null),
    /** True where the amount must be asked about first. */
    ask: (amount: string): boolean => {
      const parsed = parseMoneyField(amount)
      const isWiped = parsed.ok && parsed.value === 0 && bill !== null && bill.unpaid > 0
      setAsked(isWiped ? key : null)
      return isWiped
    },
  }
}

export function ZeroBillNote(props: {
  readonly bill: OpenBill
  /** Before the form of a repayment opens. */
  readonly onPaid?: () => void
  readonly onReplace: () => void
}) {
  const say = useWords(billsWords)
  const format = useFormat()
  const [, navigate] = useLocation()
  const { account, month, unpaid } = props.bill
  const repay = () => {
    props.onPaid?.()
    navigate(repayPathOf(account))
  }
  return (
    <div className="call" role="alert">
      <Icon name="warn" />
      <p>{say('zeroText', { month: format.month(month), unpaid: format.amount(unpaid) })}</p>
      <div className="row">
        <Button small kind="main" onPress={repay}>
          {say('zeroPaid')}
        </Button>
        <Button small onPress={props.onReplace}>
          {say('zeroReplace')}
        </Button>
      </div>
    </div>
  )
}
