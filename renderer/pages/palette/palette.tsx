import { type KeyboardEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { useModal } from '../../components/dialog.tsx'
import { useFrame } from '../../components/frame-context.ts'
import { frameWords } from '../../components/frame-words.ts'
import { Icon } from '../../components/icon.tsx'
import { KeyHint } from '../../components/key-hint.tsx'
import { isComposing } from '../../components/text-field.tsx'
import { staysForTyped } from '../../components/unrecorded.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { matching } from './find-commands.ts'
import { usePaletteCommands, useSearchCommand } from './palette-commands.ts'
import { paletteWords } from './palette-words.ts'
import { usePinyin } from './use-pinyin.ts'

/** Everything that can be done or opened, by a few letters: names in both languages and pinyin initials. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(paletteWords)
  const frameSay = useWords(frameWords)
  const dialog = useModal(onClose)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [, navigate] = useLocation()
  const found = matching(usePaletteCommands(useFrame(), navigate), text, usePinyin())
  const search = useSearchCommand(text, navigate)
  const commands = found.length === 0 && search !== null ? [search] : found
  const id = useId()
  const run = (index: number) => {
    const command = commands[index]
    if (command === undefined) return
    dialog.current?.close()
    if (!staysForTyped()) command.run()
  }
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Enter') run(at)
    else if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, commands.length))
    else if (event.key === 'ArrowUp') setAt((at - 1 + commands.length) % Math.max(1, commands.length))
    else return
    event.preventDefault()
  }
  return (
    <dialog ref={dialog} className="sheet" aria-label={frameSay('find')}>
      <div className="palette-line">
        <Icon name="find" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={commands.length === 0 ? undefined : `${id}-${at}`}
          aria-label={frameSay('find')}
          placeholder={frameSay('find')}
          value={text}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={pressed}
        />
      </div>
      <div role="listbox" id={`${id}-list`} aria-label={say('commands')}>
        {commands.length === 0 ? <p className="palette-group">{say('none')}</p> : null}
        {commands.map((command, index) => (
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="palette-item"
            onMouseMove={() => setAt(index)}
            onClick={() => run(index)}
            onKeyDown={pressed}
          >
            <Icon name={command.icon} />
            <span>{command.label}</span>
            {command.keys === null ? null : <KeyHint keys={command.keys} />}
          </div>
        ))}
      </div>
      <p className="palette-hint">{say('hint')}</p>
    </dialog>
  )
}
