import type { ReactNode } from 'react'

/** The timetable: day, what, how much, what you do; in order, the top one first. */
export function Board({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ol className="board" aria-label={label}>
      {children}
    </ol>
  )
}

export function BoardRow(props: {
  readonly day: ReactNode
  readonly what: ReactNode
  readonly note?: ReactNode
  readonly amount?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <li>
      <span className="board-day">{props.day}</span>
      <span className="board-what">
        {props.what}
        {props.note ? <small>{props.note}</small> : null}
      </span>
      <span className="board-amount">{props.amount}</span>
      <span className="board-do">{props.action}</span>
    </li>
  )
}
