import { useState } from 'react'
import type { ActionView } from '#shared/contract/views.ts'
import { Button } from '../../components/button.tsx'
import { useFrame } from '../../components/frame-context.ts'
import { Page } from '../../components/page.tsx'
import { Empty } from '../../components/waiting.tsx'
import { history as en } from '../../i18n/en/history.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { dictionary } from '../../i18n/words.ts'
import { history as zh } from '../../i18n/zh-cn/history.ts'
import { Answered } from '../../state/answered.tsx'
import { useAsk } from '../../state/use-ask.ts'

const words = dictionary(zh, en)
const STEP = 100
const MOST = 500

/** Every action, newest first; what was undone stays visible. */
export function HistoryPage() {
  const say = useWords(words)
  const frame = useFrame()
  const [limit, setLimit] = useState(STEP)
  const answer = useAsk('listHistory', { limit }, { keepLast: true })
  return (
    <Page title={say('title')} note={say('note')}>
      <Answered answer={answer} rows={8}>
        {(actions) =>
          actions.length === 0 ? (
            <Empty title={say('empty')} text={say('emptyText')} />
          ) : (
            <div className="stack">
              <div className="row">
                <Button
                  icon="undo"
                  {...(frame.undo === null ? {} : { onPress: frame.undo })}
                  cannot={frame.undo === null ? say('empty') : null}
                >
                  {say('undoLast')}
                </Button>
                {frame.redo === null ? null : (
                  <Button icon="redo" onPress={frame.redo}>
                    {say('redoLast')}
                  </Button>
                )}
              </div>
              <Actions actions={actions} />
              {actions.length === limit && limit < MOST ? (
                <div className="row">
                  <Button onPress={() => setLimit(Math.min(MOST, limit + STEP))}>{say('earlier')}</Button>
                </div>
              ) : null}
            </div>
          )
        }
      </Answered>
    </Page>
  )
}

function Actions({ actions }: { readonly actions: readonly ActionView[] }) {
  const say = useWords(words)
  const format = useFormat()
  return (
    <table className="grid-table">
      <thead>
        <tr>
          <th scope="col">{say('when')}</th>
          <th scope="col">{say('what')}</th>
          <th scope="col">{say('state')}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <tr key={action.id}>
            <td className="nowrap second shrink">{format.instant(action.at)}</td>
            <td className={action.undone ? 'gone' : undefined}>
              <Sentence room="action" {...action.label} />
            </td>
            <td className="second nowrap shrink">{action.undone ? say('undone') : say('done')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
