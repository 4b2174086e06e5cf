import { useEffect, useRef, useState } from 'react'
import type { Attachment } from '#shared/ledger/case/case-fact.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useWords } from '../../i18n/preferences.tsx'
import { bytesOf } from './base64.ts'
import { caseWords } from './case-words.ts'

/** As wide as the column at most; a long screenshot is scrolled. */
const WIDTH = 520

/** Decoded and drawn anew as pixels: nothing of the file itself, no script and no link, ever reaches the page. */
export function AttachmentPicture({ attachment }: { readonly attachment: Attachment }) {
  const say = useWords(caseWords)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [failed, setFailed] = useState(false)
  const { id, mime, name } = attachment
  useEffect(() => {
    let gone = false
    const draw = async () => {
      const reply = await bridge.call('getAttachment', { id })
      if (!reply.ok) return setFailed(true)
      const picture = await createImageBitmap(new Blob([bytesOf(reply.value.base64)], { type: mime }))
      const target = canvas.current
      if (gone || target === null) return picture.close()
      const scale = Math.min(1, WIDTH / picture.width)
      target.width = Math.round(picture.width * scale)
      target.height = Math.round(picture.height * scale)
      target.getContext('2d')?.drawImage(picture, 0, 0, target.width, target.height)
      picture.close()
    }
    draw().catch(() => setFailed(true))
    return () => {
      gone = true
    }
  }, [id, mime])
  if (failed) return <p className="second">{say('pictureFailed')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <div className="case-picture" tabIndex={0} role="img" aria-label={name}>
      <canvas ref={canvas} />
    </div>
  )
}
