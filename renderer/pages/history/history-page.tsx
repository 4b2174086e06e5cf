import { useState } from 'react'
import { countText } from '#shared/contract/texts/text.ts'
import type { ActionView, LedgerStatus } from '#shared/contract/views.ts'
import { Button } from '../../components/button.tsx'
import { useFrame } from '../../components/frame-context.ts'
import { Page } from '../../components/page.tsx'
import { Empty } from '../../components/waiting.tsx'
import { history as en } from '../../i18n/en/history.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { Sentence } from '../../i18n/sentences.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { dictionary, type Say } from '../../i18n/words.ts'
import { history as zh } from '../../i18n/zh-cn/history.ts'
import { Answered, FailureNote } from '../../state/answered.tsx'
import { hereOrNull, useAsk } from '../../state/use-ask.ts'
import { useCommand } from '../../state/use-command.ts'
import { useRowsInSight } from '../../state/use-rows-in-sight.ts'

const words = dictionary(zh, en)
const STEP = 100
const MOST = 500
const ROWS = { above: 140, row: 30 }

/** Every action, newest first; what was undone stays visible. */
export function HistoryPage() {
  const say = useWords(words)
  const frame = useFrame()
  const [limit, setLimit] = useState(STEP)
  const status = hereOrNull(useAsk('getStatus', {}))
  const answer = useAsk('listHistory', { limit }, { keepLast: true })
  return (
    <Page title={say('title')} note={status === null ? say('note') : depthOf(status, say)}>
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

function depthOf({ settings, undoSteps }: LedgerStatus, say: Say<(typeof words)['zh-CN']>): string {
  const count = countText(undoSteps)
  return settings.undoDepth === null
    ? say('depth', { count })
    : say('depthBounded', { count, depth: countText(settings.undoDepth) })
}

const stateOf = ({ undone, reachable }: ActionView) =>
  undone ? (reachable ? 'undone' : 'dropped') : reachable ? 'done' : 'settled'

function Actions({ actions }: { readonly actions: readonly ActionView[] }) {
  const say = useWords(words)
  const format = useFormat()
  const undoTo = useCommand('undoTo', { done: (moved) => say('undoneMany', { count: moved.length }) })
  const drawn = actions.slice(0, useRowsInSight(actions.length, ROWS))
  const redoTo = useCommand('redoTo', { done: (moved) => say('redoneMany', { count: moved.length }) })
  return (
    <>
      <FailureNote failure={undoTo.failure ?? redoTo.failure} />
      <table className="grid-table" aria-label={say('title')}>
        <thead>
          <tr>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col">
              <span className="unseen">{say('go')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((action) => (
            <tr key={action.id}>
              <td className="nowrap second shrink">{format.instant(action.at)}</td>
              <td className={action.undone ? 'gone' : undefined}>
                <Sentence room="action" {...action.label} />
              </td>
              <td className="second nowrap shrink">{say(stateOf(action))}</td>
              <td className="shrink">
                {action.reachable ? (
                  <Button small onPress={() => void (action.undone ? redoTo : undoTo).run({ id: action.id })}>
                    {say(action.undone ? 'redoHere' : 'undoHere')}
                    <span className="unseen">
                      <Sentence room="action" {...action.label} />
                    </span>
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
