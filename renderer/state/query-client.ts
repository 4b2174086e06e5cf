import { QueryClient } from '@tanstack/react-query'

/** Calls go to this computer, not to a network: nothing waits for being online, and nothing is retried by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      // A page that is opened again an hour later shows at once what still holds.
      gcTime: 3_600_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
