import { QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { queryClient } from '../../renderer/state/query-client.ts'
import { refresh } from '../../renderer/state/refresh.ts'

afterEach(() => queryClient.clear())

it('asks again for a first answer that was on its way when the ledger changed', async () => {
  const answers: ((text: string) => void)[] = []
  const queryFn = vi.fn(() => new Promise<string>((resolve) => answers.push(resolve)))
  const question = new QueryObserver(queryClient, { queryKey: ['listBills', {}], queryFn })
  const end = question.subscribe(() => undefined)
  const asked = refresh()
  await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2))
  answers[0]!('before')
  answers[1]!('after')
  await asked
  expect(question.getCurrentResult().data).toBe('after')
  end()
})
