import { useState } from 'react'
import { shownText } from '#shared/contract/texts/shown-text.ts'
import type { Attachment } from '#shared/ledger/case/case-fact.ts'
import { bridge } from '../../bridge/bridge.ts'
import { Button } from '../../components/button.tsx'
import { showToast } from '../../components/toast-list.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { FailureNote } from '../../state/answered.tsx'
import { useCommand } from '../../state/use-command.ts'
import { AttachmentPicture } from './attachment-picture.tsx'
import { bytesOf } from './base64.ts'
import { caseWords } from './case-words.ts'

/** The files of one fact: pictures are drawn anew, everything else is only ever handed out as a file. */
export function Attachments(props: { readonly of: string; readonly attachments: readonly Attachment[] }) {
  const say = useWords(caseWords)
  const attach = useCommand('attachFile', { canUndo: true, done: () => say('attached') })
  const own = props.attachments.filter(({ of }) => of === props.of)
  const pick = async () => {
    const file = await bridge.shell.pickFile('attachment')
    if (file !== null) await attach.run({ fileToken: file.fileToken, of: props.of })
  }
  return (
    <div className="stack">
      {own.map((attachment) => (
        <OneAttachment key={attachment.id} attachment={attachment} />
      ))}
      <FailureNote failure={attach.failure} />
      <div className="row">
        <Button small kind="quiet" icon="plus" onPress={() => void pick()}>
          {say('attach')}
        </Button>
      </div>
    </div>
  )
}

function OneAttachment({ attachment }: { readonly attachment: Attachment }) {
  const say = useWords(caseWords)
  const [shown, setShown] = useState(false)
  const isPicture = attachment.mime.startsWith('image/')
  const save = async () => {
    const reply = await bridge.call('getAttachment', { id: attachment.id })
    if (!reply.ok) return
    const outcome = await bridge.shell.saveFile({
      suggestedName: attachment.name,
      content: bytesOf(reply.value.base64),
    })
    if (outcome.kind === 'failed') showToast({ text: say('saveFailed', { code: outcome.code }) })
  }
  return (
    <div className="stack">
      <div className="row">
        <span>{shownText(attachment.name)}</span>
        <span className="note case-hash" title={attachment.sha256}>
          SHA-256 {attachment.sha256.slice(0, 12)}…
        </span>
        {isPicture ? (
          <Button small kind="quiet" onPress={() => setShown(!shown)}>
            {say(shown ? 'hidePicture' : 'showPicture')}
            <span className="unseen">{shownText(attachment.name)}</span>
          </Button>
        ) : null}
        <Button small kind="quiet" onPress={() => void save()}>
          {say('saveCopy')}
          <span className="unseen">{shownText(attachment.name)}</span>
        </Button>
      </div>
      {shown ? <AttachmentPicture attachment={attachment} /> : null}
    </div>
  )
}
