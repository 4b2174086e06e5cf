import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type ButtonKind = 'main' | 'plain' | 'quiet'

type Common = {
  readonly onPress?: () => void
  /** Why it cannot be pressed now; the button stays reachable and says so. */
  readonly cannot?: string | null
  readonly small?: boolean
  readonly submit?: boolean
}

/** A button with words. At most one `main` in a section. */
export function Button(
  props: Common & {
    readonly kind?: ButtonKind
    readonly icon?: IconName
    readonly children: ReactNode
    readonly name?: string
  },
) {
  const { kind = 'plain', small = false, cannot = null } = props
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
      className={`btn${kind === 'plain' ? '' : ` ${kind}`}${small ? ' small' : ''}`}
      onClick={pressed(props)}
      aria-disabled={cannot === null ? undefined : true}
      title={cannot ?? undefined}
      aria-label={props.name}
    >
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
      {cannot === null ? null : <span className="unseen">{cannot}</span>}
    </button>
  )
}

/** A button with a picture alone; `name` is its word. */
export function IconButton(
  props: Common & { readonly icon: IconName; readonly name: string; readonly pressed?: boolean },
) {
  const { cannot = null, small = false } = props
  return (
    <button
      type="button"
      className={`btn icon${small ? ' small' : ''}`}
      onClick={pressed(props)}
      aria-label={cannot === null ? props.name : `${props.name}: ${cannot}`}
      aria-disabled={cannot === null ? undefined : true}
      aria-pressed={props.pressed}
      title={cannot ?? props.name}
    >
      <Icon name={props.icon} />
    </button>
  )
}

/** A press that cannot be done does nothing, also when it would have sent a form. */
function pressed(props: Common) {
  return (event: { preventDefault: () => void }) => {
    if (props.cannot) event.preventDefault()
    else props.onPress?.()
  }
}
