import { Dialog } from '../../components/dialog.tsx'
import { frameWords } from '../../components/frame-words.ts'
import { KeyHint } from '../../components/key-hint.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { ROUTES } from '../routes-list.ts'
import { paletteWords } from './palette-words.ts'

const KEYS = [
  ['mod+K', 'key.palette'],
  ['?', 'key.shortcuts'],
  ['N', 'key.bill'],
  ['X', 'key.hide'],
  ['mod+Z', 'key.undo'],
  ['mod+shift+Z', 'key.redo'],
  ['Esc', 'key.close'],
] as const

/** The keys of the whole window; inside a field they write what they say. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(paletteWords)
  const frameSay = useWords(frameWords)
  return (
    <Dialog title={say('shortcuts')} form="narrow" onClose={onClose}>
      <div className="shortcuts">
        <dl className="facts">
          {KEYS.map(([keys, word]) => (
            <Line key={keys} keys={keys} text={say(word)} />
          ))}
        </dl>
        <dl className="facts">
          {ROUTES.map((route) => (
            <Line
              key={route.name}
              keys={`G ${route.key.toUpperCase()}`}
              text={say('goTo', { page: frameSay(`page.${route.name}`) })}
            />
          ))}
        </dl>
      </div>
      <p className="note">{say('keysNote')}</p>
    </Dialog>
  )
}

function Line({ keys, text }: { readonly keys: string; readonly text: string }) {
  return (
    <>
      <dt>{text}</dt>
      <dd>
        <KeyHint keys={keys} />
        <span className="unseen">{keys}</span>
      </dd>
    </>
  )
}
