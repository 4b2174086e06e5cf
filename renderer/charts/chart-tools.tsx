import type { RefObject } from 'react'
import { bridge } from '../bridge/bridge.ts'
import { IconButton } from '../components/button.tsx'
import { useNotWhileHidden } from '../components/not-while-hidden.ts'
import { showToast } from '../components/toast-list.ts'
import { useWords } from '../i18n/preferences.tsx'
import { pictureOf } from './chart-picture.ts'
import { chartsWords } from './charts-words.ts'
import { type Lines, useCopyLines } from './use-copy-lines.ts'

/** Takes a chart along: on paper, as a picture, as figures for a spreadsheet. Hidden amounts stay hidden there too. */
export function ChartTools(props: {
  readonly place: RefObject<HTMLElement | null>
  readonly title: string
  readonly lines: () => Lines
  /** Whether the chart is in sight, not its table. */
  readonly picture: boolean
}) {
  const say = useWords(chartsWords)
  const notWhileHidden = useNotWhileHidden()
  const copy = useCopyLines()
  const { place, title } = props
  const save = async () => {
    const figure = place.current?.querySelector('figure')
    if (!figure) return
    const saved = await bridge.shell.saveFile({
      suggestedName: `${title}.png`,
      content: await pictureOf(figure, title, place.current?.querySelector('.curve-legend') ?? null),
    })
    if (saved.kind === 'failed') showToast({ text: say('notSaved', { code: saved.code }) })
    else if (saved.kind !== 'canceled') showToast({ text: say('pictureSaved', { name: saved.name }) })
  }
  return (
    <>
      <IconButton small icon="print" name={say('printThis', { title })} onPress={() => printOnly(place.current)} />
      <IconButton
        small
        icon="picture"
        name={say('saveThis', { title })}
        cannot={props.picture ? null : say('onlyChart')}
        onPress={() => void save()}
      />
      <IconButton
        small
        icon="copy"
        name={say('copyThis', { title })}
        cannot={notWhileHidden}
        onPress={() => void copy(props.lines())}
      />
    </>
  )
}

/** The rest of the page is left out while the print dialog is open. */
function printOnly(place: HTMLElement | null): void {
  if (place === null) return
  document.documentElement.dataset.print = 'one'
  place.dataset.print = 'this'
  window.addEventListener(
    'afterprint',
    () => {
      delete document.documentElement.dataset.print
      delete place.dataset.print
    },
    { once: true },
  )
  window.print()
}
