import { createHash } from 'node:crypto'
import { type Zippable, zipSync } from 'fflate'
import { packFiles } from '#shared/contract/dossier/pack-files.ts'
import { dayText } from '#shared/kernel/day.ts'
import { done } from '#shared/kernel/outcome.ts'
import type { Attachment } from '#shared/ledger/case/case-fact.ts'
import { readContent } from '../store/case-facts.ts'
import { type DossierRequest, decidePerson, gatherDossier } from './gather-dossier.ts'
import type { HandlerContext } from './handler.ts'

/** Everything for a complaint in one archive, with a list of hashes that `sha256sum -c` checks. */
export type ComplaintPack = { readonly name: string; readonly bytes: Uint8Array }

export function packFor(context: HandlerContext, request: DossierRequest) {
  const whose = decidePerson(context, request.owner)
  return whose.ok ? done(complaintPack(context, request)) : whose
}

export function complaintPack(context: HandlerContext, request: DossierRequest): ComplaintPack {
  const dossier = gatherDossier(context, request)
  const texts = packFiles(dossier).map(({ name, text }) => [name, new TextEncoder().encode(text)] as const)
  const attachments = request.redact
    ? []
    : attachedFiles(
        context,
        dossier.caseFacts.filter((fact) => fact.kind === 'attachment'),
      )
  const files = [...texts, ...attachments]
  const sums = files.map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('')
  const all = [...files, ['SHA256SUMS.txt', new TextEncoder().encode(sums)] as const]
  const about = { mtime: new Date(context.now()), ...MADE_ON_UNIX }
  const zippable: Zippable = Object.fromEntries(all.map(([name, bytes]) => [name, [bytes, about]]))
  return { name: `huaqing-${dayText(context.today)}-complaint.zip`, bytes: zipSync(zippable) }
}

/**
 * An archive that says it comes from DOS has its names read in the DOS alphabet by `unzip`, whatever their flag says: 截图
 * came out as noise, and the list of hashes named files that were not there. From Unix they are taken as they stand.
 */
const MADE_ON_UNIX = { os: 3, attrs: 0o100644 << 16 } as const

/** Numbered, so that two of the same name stay two; a name from outside never makes a path. */
function attachedFiles({ store }: HandlerContext, attachments: readonly Attachment[]) {
  return store.read((reader) =>
    attachments.map(({ name, sha256 }, index) => {
      const content = readContent(reader, { sha256, name })
      const safe = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
      return [`attachments/${String(index + 1).padStart(2, '0')}-${safe}`, content] as const
    }),
  )
}
