import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** With room for the rows of a few steps of an import, none of them outlives a collection that it need not outlive. */
const ENOUGH = 16 * 1024 * 1024

/**
 * The rows of an import live for a moment. Left to itself the engine doubles the room for what lives that short again
 * and again, up to 128 MB where a machine has memory, and keeps it, without being any quicker. Called now and then while
 * a file is read; once there is enough room there will not be more.
 */
export function holdYoungSpace(): void {
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
  if (young && young.space_size >= ENOUGH) setFlagsFromString('--semi-space-growth-factor=1')
}
