import { dayText } from '#shared/kernel/day.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useToday, useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { closureWords } from './closure-words.ts'

/** The user has just compared the ledger with Alipay, without an import. */
export function MarkRecordsCurrent() {
  const say = useWords(closureWords)
  const today = useToday()
  const mark = useCommand('markRecordsCurrent', { canUndo: true, done: () => say('recordsDone') })
  return (
    <>
      <Button small onPress={() => void mark.run({ on: dayText(today) })}>
        {say('recordsMark')}
      </Button>
      <FailureNote failure={mark.failure} />
    </>
  )
}

/** All that the ledger knows, as a file of its own: after closing, Alipay shows none of it. */
export function ExportBills() {
  const say = useWords(closureWords)
  const make = useCommand('exportFile')
  const save = async () => {
    const file = await make.run({ format: 'csv', bom: true })
    if (file === null) return
    const outcome = await bridge.shell.saveFile({ suggestedName: file.name, content: file.text })
    if (outcome.kind === 'saved' || outcome.kind === 'handed-over') {
      showToast({ text: say('exported', { name: outcome.name }) })
    } else if (outcome.kind === 'failed') {
      showToast({ text: say('exportFailed', { code: outcome.code }) })
    }
  }
  return (
    <>
      <Button small icon="export" onPress={() => void save()}>
        {say('exportDo')}
      </Button>
      <FailureNote failure={make.failure} />
    </>
  )
}
