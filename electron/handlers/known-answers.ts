import type { ContractMethod, Request, Response } from '#shared/contract/contract.ts'
import { isOfFacts } from '#shared/contract/of-facts.ts'
import { readOnce } from '../store/read-once.ts'
import type { Handled, HandlerContext } from './handler.ts'

/** So many answers are kept: what the pages ask. A course is asked at each turn of a dial, and is quick. */
const MOST = 40

type Asked<M extends ContractMethod> = {
  readonly method: M
  readonly request: Request<M>
  readonly context: HandlerContext
}

/** The answer of before, where nothing that it rests on has changed since; else the one that is worked out now. */
export function knownOr<M extends ContractMethod>(
  { method, request, context: { store, today } }: Asked<M>,
  answer: () => Handled<Response<M>> | Promise<Handled<Response<M>>>,
): Handled<Response<M>> | Promise<Handled<Response<M>>> {
  if (!isOfFacts(method) || method === 'getCourse') return answer()
  const known = store.read((reader) => readOnce(reader, 'answers', () => new Map<string, unknown>()))
  const question = JSON.stringify([method, today, request])
  const found = (known.get(question) as ReturnType<typeof answer> | undefined) ?? answer()
  if (found instanceof Promise) return found
  // The one asked last is forgotten last.
  known.delete(question)
  known.set(question, found)
  for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest)
  return found
}
