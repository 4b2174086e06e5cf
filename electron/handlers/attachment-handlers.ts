import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { done, type Outcome, refused } from '#shared/kernel/outcome.ts'
import { ATTACHMENT_BYTES, decideAttachment, megabytes } from '#shared/ledger/decisions/decide-case.ts'
import { redactionWords } from '#shared/outlook/case/named-in.ts'
import { findCaseFact, hashOf, putCaseFact, putContent, readContent } from '../store/case-facts.ts'
import { packFor } from './complaint-pack.ts'
import { readRedactable } from './gather-dossier.ts'
import type { Handlers, RuleRefusal } from './handler.ts'

/** Files of the case, kept in the ledger by their hash; what could run is refused before anything is written. */
export const attachmentHandlers: Handlers<'attachFile' | 'getAttachment' | 'listRedactionWords' | 'makeComplaintPack'> =
  {
    attachFile: async ({ store, today }, { fileToken: path, of }) => {
      const name = basename(path)
      const read = await readAtMost(path, name)
      if (!read.ok) return read
      const bytes = read.value
      const mime = decideAttachment({ name, bytes })
      if (!mime.ok) return mime
      const sha256 = hashOf(bytes)
      return store.write<{ readonly id: string }, RuleRefusal>(
        { code: 'file-attached', values: { file: name } },
        (writer) => {
          if (of !== null && !findCaseFact(writer, of))
            return refused({ kind: 'case-fact-not-found', values: { id: of } })
          putContent(writer, sha256, bytes)
          const about = { of, name, mime: mime.value, bytes: bytes.length, sha256 }
          return done({ id: putCaseFact(writer, { kind: 'attachment', id: writer.newId(), on: today, ...about }) })
        },
      )
    },

    listRedactionWords: (context) => done(redactionWords(readRedactable(context))),

    makeComplaintPack: (context, request) => {
      const pack = packFor(context, request)
      if (!pack.ok) return pack
      const { name, bytes } = pack.value
      return done({ name, mime: 'application/zip', base64: Buffer.from(bytes).toString('base64') })
    },

    getAttachment: ({ store }, { id }) =>
      store.read((reader) => {
        const fact = findCaseFact(reader, id)
        if (fact?.kind !== 'attachment') return refused({ kind: 'case-fact-not-found', values: { id } })
        return done({ attachment: fact, base64: Buffer.from(readContent(reader, fact)).toString('base64') })
      }),
  }

/** The size is asked first: a film that was chosen by mistake is never read. */
async function readAtMost(path: string, name: string): Promise<Outcome<Uint8Array, RuleRefusal>> {
  try {
    const { size } = await stat(path)
    if (size > ATTACHMENT_BYTES) {
      const values = { name, size: megabytes(size), most: megabytes(ATTACHMENT_BYTES) }
      return refused({ kind: 'attachment-too-large', values })
    }
    return done(new Uint8Array(await readFile(path)))
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (reason === '') throw error
    return refused({ kind: 'attachment-not-readable', values: { name, reason } })
  }
}
