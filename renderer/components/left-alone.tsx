import type { LeftAlone } from '#shared/contract/many-views.ts'
import { useWords } from '../i18n/preferences.tsx'
import { Sentence } from '../i18n/sentences.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { partsWords } from './parts-words.ts'

/** What a command on many did not touch, each with its reason; it stays until it is read. */
export function LeftAloneNote({ left, onRead }: { readonly left: readonly LeftAlone[]; readonly onRead: () => void }) {
  const say = useWords(partsWords)
  if (left.length === 0) return null
  return (
    <div className="call" role="status">
      <Icon name="warn" />
      <p className="strong">{say('leftAlone', { n: left.length })}</p>
      <ul>
        {left.slice(0, SHOWN).map(({ what, why }) => (
          <li key={what}>
            {what}: <Sentence room="refusal" code={why.kind} values={why.values} />
          </li>
        ))}
      </ul>
      {left.length > SHOWN ? <p className="note">{say('leftAloneMore', { n: left.length - SHOWN })}</p> : null}
      <Button small onPress={onRead}>
        {say('leftAloneRead')}
      </Button>
    </div>
  )
}

const SHOWN = 8
