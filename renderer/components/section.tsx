import { type ReactNode, useId } from 'react'

/** A rule, a name and room. `aside` stands at the right of the name: a note, a count, a small control. */
export function Section(props: {
  readonly title: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{props.title}</h2>
        {props.aside === undefined ? null : <div className="section-aside">{props.aside}</div>}
      </header>
      {props.children}
    </section>
  )
}
