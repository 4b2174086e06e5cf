import type { PlanView } from '#shared/contract/outlook-views.ts'
import type { Reply } from '#shared/contract/reply.ts'
import { askAhead } from '../../state/ask-ahead.ts'
import { queryClient } from '../../state/query-client.ts'
import { knownStatus } from '../../state/refresh.ts'
import { draftOfPlan, planInput } from './plan-draft.ts'

/** What the page asks when it is opened: the first plan as it is saved, or the one that nobody has changed yet. */
export async function askPlanAhead(): Promise<void> {
  const status = knownStatus()
  const plans = queryClient.getQueryData<Reply<readonly PlanView[]>>(['listPlans', {}])
  if (status === null || !plans?.ok) return
  const plan = plans.value[0]?.plan ?? null
  const input = planInput(draftOfPlan(plan), plan?.name ?? '', status.today)
  if (input === null) return
  await askAhead('getCourse', { plan: input })
  await askAhead('getProjection', { plan: input })
}
