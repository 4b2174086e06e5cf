import { createInterface } from 'node:readline/promises'

/** The question goes to standard error, so that the answer of the command stays alone on standard output. */
export async function askLine(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await reader.question(question)
  } finally {
    reader.close()
  }
}
