import type { z } from 'zod'

/** The three kinds of a method: a question, a command, and a command that takes long and can be stopped. */

export function read<S extends z.ZodType>(request: S) {
  return { kind: 'read', request } as const
}
export function write<S extends z.ZodType>(request: S) {
  return { kind: 'write', request } as const
}
/** A write that reports progress and can be stopped. */
export function slow<S extends z.ZodType>(request: S) {
  return { kind: 'slow', request } as const
}
