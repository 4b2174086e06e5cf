import { useState } from 'react'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { settingsWords } from './settings-words.ts'

/** The ledger in another folder: chosen in a dialog on the desktop; in a browser the command that does it is said. */
export function MoveLedger() {
  const say = useWords(settingsWords)
  const [token, setToken] = useState<string | null>(null)
  const move = useCommand('moveLedger', { done: () => say('moved') })
  const syncs = move.failure !== null && 'refusal' in move.failure && move.failure.refusal.kind === 'move-folder-syncs'
  const choose = async () => {
    const folder = await bridge.shell.pickFolder()
    if (folder === null) return
    setToken(folder.folderToken)
    await move.run({ folderToken: folder.folderToken })
  }
  if (!bridge.shell.can.pickFolder) {
    return (
      <p className="note">
        {say('moveByCommand')} <code className="second">npm run huaqing -- ledger move {say('folder')}</code>
      </p>
    )
  }
  return (
    <>
      <div className="row">
        <Button small onPress={() => void choose()} cannot={move.busy ? say('moving') : null}>
          {say('move')}
        </Button>
        {syncs && token !== null ? (
          <Button small onPress={() => void move.run({ folderToken: token, anyway: true })}>
            {say('moveAnyway')}
          </Button>
        ) : null}
      </div>
      <p className="note" role="status">
        {move.busy ? say('moving') : null}
      </p>
      <FailureNote failure={move.failure} />
    </>
  )
}
