import { isReplaceable, type Refusal } from '#shared/contract/reply.ts'
import { Button } from '../components/button.tsx'
import { frameWords } from '../components/frame-words.ts'
import { useWords } from '../i18n/preferences.tsx'
import { Sentence } from '../i18n/sentences.tsx'
import { BackupList } from './backups/backup-list.tsx'
import { Doctor } from './backups/doctor.tsx'

/** No further try opens a link that was used. */
const LINK_USED = 'session-lost'
/** Reasons that lie between page and program, not in the ledger. */
const CONNECTION = [LINK_USED, 'host-unreachable']

/** The ledger cannot be opened, so no page has anything to show: the cause, what is not lost, what to do. */
export function CannotOpen({ refusal, onAgain }: { readonly refusal: Refusal; readonly onAgain: () => void }) {
  const say = useWords(frameWords)
  const connection = CONNECTION.includes(refusal.kind)
  const replaceable = isReplaceable(refusal.kind)
  return (
    <main className="page" id="page">
      <header className="bar">
        <h1 tabIndex={-1}>{say(connection ? 'disconnected' : 'cannotOpen')}</h1>
      </header>
      <div className="column">
        <div className="failure" role="alert">
          <p>
            <Sentence room="refusal" code={refusal.kind} values={refusal.values} />
          </p>
          {connection ? null : <p className="second">{say(replaceable ? 'cannotOpenText' : 'cannotOpenWait')}</p>}
          {refusal.kind === LINK_USED ? null : (
            <Button kind="main" onPress={onAgain}>
              {say('again')}
            </Button>
          )}
        </div>
        {replaceable ? (
          <>
            <BackupList canMake={false} />
            <Doctor isBroken={refusal.kind !== 'ledger-not-found'} />
          </>
        ) : null}
      </div>
    </main>
  )
}
