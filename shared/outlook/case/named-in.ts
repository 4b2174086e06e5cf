import type { CaseFact } from '#shared/ledger/case/case-fact.ts'
import type { Ledger } from '#shared/ledger/ledger.ts'
import type { Plan } from '../plan.ts'
import { guessedNames } from './guess-names.ts'
import { anyOf, isPublic, isTelling, keyOf, type NameKind, NUMBERS } from './names.ts'

/** All that can hold a name. */
export type Redactable = { readonly ledger: Ledger; readonly facts: readonly CaseFact[]; readonly plan: Plan | null }

export type Named = { readonly kind: NameKind; readonly name: string }

/** Everything that a field says is somebody's or something's name, in the order of the ledger. */
export function namedIn({ accounts, entries, recentShops }: Ledger, facts: readonly CaseFact[]): readonly Named[] {
  const ofAccounts = accounts.flatMap(({ owner, kind, name }): readonly Named[] => [
    { kind: 'person', name: owner },
    ...(kind === 'other' ? [{ kind: 'account' as const, name }] : []),
  ])
  const ofEntries = entries.flatMap((entry): readonly Named[] => [
    { kind: 'shop', name: entry.label },
    { kind: 'number', name: entry.orderNo ?? '' },
    { kind: 'shop', name: entry.note },
    ...(entry.kind === 'repayment' ? [{ kind: 'account' as const, name: entry.paidFrom }] : []),
  ])
  const shops = Object.values(recentShops).flatMap((seen) => seen.map((name): Named => ({ kind: 'shop', name })))
  return [...ofAccounts, ...ofEntries, ...shops, ...facts.flatMap(namedInFact)]
}

function namedInFact(fact: CaseFact): readonly Named[] {
  if (fact.kind === 'channel' || fact.kind === 'way-to-pay') return [{ kind: 'account', name: fact.label }]
  if (fact.kind !== 'contact') return []
  return [
    { kind: 'person', name: fact.agent },
    { kind: 'number', name: fact.ticket },
  ]
}

/** What somebody wrote, in which a name may stand anywhere. */
export function prosesOf({ ledger, facts, plan }: Redactable): readonly string[] {
  const texts = [
    ...ledger.confirmations.map(({ note }) => note),
    ...(plan === null ? [] : [plan.name]),
    ...facts.flatMap(prosesOfFact),
  ]
  return texts.filter((text) => text !== '')
}

function prosesOfFact(fact: CaseFact): readonly string[] {
  switch (fact.kind) {
    case 'contact':
      return [fact.reason, fact.said, fact.promise?.what ?? '']
    case 'notice':
      return [fact.source, fact.link, fact.text]
    case 'way-to-pay':
      return [fact.use]
    case 'comparison':
      return [fact.note]
    case 'system-closing':
      return [fact.said]
    case 'channel':
    case 'attachment':
      return []
  }
}

/** A name that is hidden unless the user takes it off the list; `places`: in how many written texts it stands. */
export type RedactionWord = Named & { readonly places: number }

/** The list as it is offered: people always, everything else where it stands in what somebody wrote. */
export function redactionWords(whole: Redactable): readonly RedactionWord[] {
  const texts = prosesOf(whole)
  const found = [
    ...namedIn(whole.ledger, whole.facts).filter(({ name }) => isTelling(name.trim())),
    ...texts.flatMap((text) => [
      ...guessedNames(text).map((name): Named => ({ kind: 'person', name })),
      ...(text.match(NUMBERS) ?? []).map((name): Named => ({ kind: 'number', name })),
    ]),
  ]
  const words = new Map<string, Named>()
  for (const { kind, name } of found) {
    const key = keyOf(name)
    if (key !== '' && !isPublic(key) && !words.has(key)) words.set(key, { kind, name: name.trim() })
  }
  const places = placesOf([...words.keys()], texts)
  return [...words]
    .map(([key, word]) => ({ ...word, places: places.get(key) ?? 0 }))
    .filter(({ kind, places: times }) => kind === 'person' || times > 0)
}

function placesOf(names: readonly string[], texts: readonly string[]): ReadonlyMap<string, number> {
  const any = anyOf(names)
  const places = new Map<string, number>()
  for (const text of texts) {
    for (const key of new Set((text.match(any) ?? []).map(keyOf))) places.set(key, (places.get(key) ?? 0) + 1)
  }
  return places
}
