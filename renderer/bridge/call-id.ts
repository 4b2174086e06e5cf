let count = 0

/** Names a running call so that it can be stopped. Unguessable, as the loopback server knows callers of several tabs. */
export function newCallId(): string {
  count += 1
  return `${count}-${crypto.randomUUID()}`
}
