import type { ContractMethod } from './contract.ts'

/**
 * Questions whose answer follows from the facts of the ledger, the request and the day alone: while these stand, an
 * answer stands. What is not named here also asks the disk, a setting, or what is only being prepared.
 */
const OF_FACTS: readonly ContractMethod[] = [
  'getToday',
  'listAccounts',
  'getOwed',
  'listBills',
  'getBill',
  'listEntries',
  'getEntry',
  'listImports',
  'listReviews',
  'listRefundCandidates',
  'listReminders',
  'getQuote',
  'listShownQuotes',
  'getProjection',
  'getCourse',
  'getPlan',
  'listPlans',
  'getPlanProgress',
  'getClosure',
  'getClosing',
  'explain',
  'getCase',
  'listCaseEvents',
  'getNoticeEffect',
  'getRelief',
]

export const isOfFacts = (method: ContractMethod): boolean => OF_FACTS.includes(method)
