import type { ReactNode } from 'react'

/** Line icons on a 16 px grid. Always decoration: the word stands beside it or in the button's name. */
const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const
const onFill = {
  fill: 'none',
  stroke: 'var(--paper)',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

const shapes = {
  today: (
    <g {...line}>
      <rect x="2" y="3" width="12" height="11" rx="1.5" />
      <path d="M2 6.5h12M5 1.5V4M11 1.5V4" />
      <circle cx="8" cy="10.2" r=".8" fill="currentColor" />
    </g>
  ),
  bills: <path {...line} d="M3.5 1.8h9v12.4l-2.2-1.3L8 14.2l-2.3-1.3-2.2 1.3zM6 5.5h4M6 8.5h4" />,
  entries: <path {...line} d="M6 4h8M6 8h8M6 12h8M2.2 4h.1M2.2 8h.1M2.2 12h.1" />,
  accounts: (
    <g {...line}>
      <rect x="1.8" y="5" width="12.4" height="8.6" rx="1.5" />
      <path d="M4 2.6h8M1.8 8.2h12.4" />
    </g>
  ),
  import: <path {...line} d="M8 1.8v7.6M5 6.6l3 3 3-3M2 10.5v3.2h12v-3.2" />,
  export: <path {...line} d="M8 9.6V2M5 4.8l3-3 3 3M2 10.5v3.2h12v-3.2" />,
  plan: <path {...line} d="M1.8 3h3.6v3.6H9v3.6h3.6v3h1.6" />,
  closure: (
    <g {...line}>
      <rect x="1.4" y="4" width="13.2" height="8" rx="4" />
      <circle cx="5.4" cy="8" r="1.2" fill="currentColor" />
    </g>
  ),
  case: <path {...line} d="M2 3h12v8H8.2L5 13.8V11H2zM5 6h6M5 8.4h4" />,
  history: <path {...line} d="M2.2 8a5.8 5.8 0 1 0 1.9-4.3M4.3 1.5v2.6h2.6M8 4.8V8l2.3 1.6" />,
  settings: (
    <g {...line}>
      <path d="M2 4.5h6.5M12.5 4.5H14M2 11.5h1.5M7.5 11.5H14" />
      <circle cx="10.5" cy="4.5" r="1.9" />
      <circle cx="5.5" cy="11.5" r="1.9" />
    </g>
  ),
  find: (
    <g {...line}>
      <circle cx="7" cy="7" r="4.6" />
      <path d="M10.5 10.5 14 14" />
    </g>
  ),
  undo: <path {...line} d="m5.2 2.8-3 3 3 3M2.5 5.8h7a4 4 0 0 1 0 8h-3" />,
  redo: <path {...line} d="m10.8 2.8 3 3-3 3M13.5 5.8h-7a4 4 0 0 0 0 8h3" />,
  hide: (
    <g {...line}>
      <path d="M1.5 8C3.1 5.2 5.3 3.7 8 3.7s4.9 1.5 6.5 4.3c-1.6 2.8-3.8 4.3-6.5 4.3S3.1 10.8 1.5 8Z" />
      <circle cx="8" cy="8" r="1.9" />
    </g>
  ),
  show: (
    <path
      {...line}
      d="M1.5 8C3.1 5.2 5.3 3.7 8 3.7s4.9 1.5 6.5 4.3c-1.6 2.8-3.8 4.3-6.5 4.3S3.1 10.8 1.5 8ZM3 13.5l10-11"
    />
  ),
  check: <path {...line} d="m3.5 8.4 3 3 6-6.6" />,
  done: (
    <g>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path {...onFill} d="m5.2 8.2 2 2 3.7-4.2" />
    </g>
  ),
  block: (
    <g {...line}>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M5.2 8h5.6" />
    </g>
  ),
  unknown: <circle {...line} cx="8" cy="8" r="5.75" strokeDasharray="2.2 2.3" />,
  warn: <path {...line} d="M8 2.2 14.3 13H1.7zM8 6.3v3.2M8 11.3v.1" />,
  late: (
    <g>
      <path d="M8 1.8 14.8 13.6H1.2z" fill="currentColor" />
      <path {...onFill} d="M8 6v3.6M8 11.5v.1" />
    </g>
  ),
  next: <path {...line} d="m6 3.5 4.5 4.5L6 12.5" />,
  close: <path {...line} d="m4 4 8 8M12 4l-8 8" />,
  up: <path {...line} d="M8 13V3.5M4 7.5l4-4 4 4" />,
  charts: <path {...line} d="M2 2v12h12M5 11.5V8M8.5 11.5V4.5M12 11.5V6.5" />,
  print: (
    <g {...line}>
      <path d="M4.5 5.5V2h7v3.5M4.5 11.5h-2v-6h11v6h-2" />
      <rect x="4.5" y="9.5" width="7" height="4.5" />
    </g>
  ),
  picture: (
    <g {...line}>
      <rect x="2" y="2.5" width="12" height="11" rx="1.2" />
      <path d="m2.5 11.5 3.4-3.6 2.7 2.8 2-1.9 3 2.9M10.6 5.6h.1" />
    </g>
  ),
  plus: <path {...line} d="M8 3v10M3 8h10" />,
  pin: <path {...line} d="M5.5 1.8h5M6.5 2v4.2L4.3 8.8v1h7.4v-1L9.5 6.2V2M8 9.8v4.4" />,
  copy: (
    <g {...line}>
      <rect x="5.5" y="5.5" width="8" height="8.5" rx="1.2" />
      <path d="M10.5 3v-.3a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v7a1 1 0 0 0 1 1h.3" />
    </g>
  ),
  shield: (
    <path {...line} d="M8 1.6 13.2 3.5v4c0 3.2-2.1 5.6-5.2 6.9-3.1-1.3-5.2-3.7-5.2-6.9v-4zM5.7 7.9l1.7 1.7 3-3.4" />
  ),
  table: (
    <g {...line}>
      <rect x="2" y="3" width="12" height="10" rx="1.2" />
      <path d="M2 6.5h12M2 9.75h12M6.5 6.5V13" />
    </g>
  ),
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  )
}
