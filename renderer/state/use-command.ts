import { useCallback, useRef, useState } from 'react'
import type { ContractMethod, RequestInput, Response } from '#shared/contract/contract.ts'
import type { FieldRefusal, Progress, Refusal, Reply } from '#shared/contract/reply.ts'
import { bridge } from '../bridge/bridge.ts'
import { partsWords } from '../components/parts-words.ts'
import { showToast } from '../components/toast-list.ts'
import { useWords } from '../i18n/preferences.tsx'
import { knownStatus, refresh } from './refresh.ts'

export type Failure = { readonly refusal: Refusal } | { readonly fault: { readonly reference: string } }

export type CommandOptions<M extends ContractMethod> = {
  /** What the toast says after success; with `undo` it offers to take the action back for ten seconds. */
  readonly done?: (value: Response<M>) => string
  readonly canUndo?: boolean | ((value: Response<M>) => boolean)
}

export type Command<M extends ContractMethod> = {
  /** Resolves with the value, or with null after a refusal or fault, which then stands in `failure`. */
  readonly run: (input: RequestInput<M>) => Promise<Response<M> | null>
  readonly busy: boolean
  readonly failure: Failure | null
  /** What is wrong with a field, by its path. */
  readonly fieldRefusal: (path: string) => FieldRefusal | null
  readonly progress: Progress | null
  readonly stop: () => void
  readonly clear: () => void
}

/** Undone steps that can be done again, as the open page last heard: an action gives them up. */
const redoSteps = (): number => knownStatus()?.redoSteps ?? 0
/** These go along the history, or to another one, and give nothing up. */
const GIVES_NOTHING_UP: readonly ContractMethod[] = [
  'undo',
  'redo',
  'undoTo',
  'redoTo',
  'openSample',
  'leaveSample',
  'acceptLedger',
]

/** A command of the contract: what was typed stays until it is done, and a success makes every open question ask again. */
export function useCommand<M extends ContractMethod>(method: M, options: CommandOptions<M> = {}): Command<M> {
  const say = useWords(partsWords)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const controller = useRef<AbortController | null>(null)

  const run = async (input: RequestInput<M>): Promise<Response<M> | null> => {
    if (controller.current !== null) return null
    controller.current = new AbortController()
    setBusy(true)
    setFailure(null)
    setProgress(null)
    const reply = await bridge
      .call(method, input, { signal: controller.current.signal, onProgress: setProgress })
      .catch((error: Error): Reply<Response<M>> => ({ ok: false, fault: { reference: error.message } }))
    controller.current = null
    setBusy(false)
    setProgress(null)
    if (!reply.ok) {
      setFailure(reply)
      return null
    }
    const before = redoSteps()
    await refresh()
    const dropped = GIVES_NOTHING_UP.includes(method) ? 0 : before - redoSteps()
    const said = [
      ...(options.done ? [options.done(reply.value)] : []),
      ...(dropped > 0 ? [say('redoDropped', { count: dropped })] : []),
    ]
    const canUndo = typeof options.canUndo === 'function' ? options.canUndo(reply.value) : options.canUndo
    if (said.length > 0) showToast({ text: said.join(say('sentenceGap')), ...(canUndo ? { undo: true } : {}) })
    return reply.value
  }

  const fieldRefusal = (path: string): FieldRefusal | null => {
    if (failure === null || !('refusal' in failure)) return null
    return failure.refusal.fields?.find((field) => field.path === path) ?? null
  }
  const stop = useCallback(() => controller.current?.abort(), [])
  const clear = useCallback(() => setFailure(null), [])
  return { run, busy, failure, fieldRefusal, progress, stop, clear }
}
