import { useQueries } from '@tanstack/react-query'
import type { CourseView } from '#shared/contract/outlook-views.ts'
import { planToFile } from '#shared/contract/plan-from-fields.ts'
import type { Reply } from '#shared/contract/reply.ts'
import type { Plan } from '#shared/outlook/plan.ts'
import { bridge } from '../bridge/bridge.ts'

export type PlanCourse = { readonly plan: Plan; readonly view: CourseView }

/** What becomes of it under each of several saved plans, as far as it is answered. */
export function usePlanCourses(plans: readonly Plan[]): readonly PlanCourse[] {
  const results = useQueries({
    queries: plans.map((plan) => {
      const request = { plan: planToFile(plan) }
      return {
        queryKey: ['getCourse', request],
        queryFn: ({ signal }: { signal: AbortSignal }): Promise<Reply<CourseView>> =>
          bridge.call('getCourse', request, { signal }),
      }
    }),
  })
  return results.flatMap(({ data }, index) => (data?.ok ? [{ plan: plans[index]!, view: data.value }] : []))
}
