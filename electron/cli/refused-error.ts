import type { Refusal } from '#shared/contract/reply.ts'

/** Carries a refusal up to the one place that prints it and ends with code 1. */
export class RefusedError extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

/** What is wrong with the command line itself: code 2. */
export class UsageError extends Error {}
