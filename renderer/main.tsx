import './styles/tokens.css'
import './styles/base.css'
import './styles/figures.css'
import './styles/frame.css'
import './styles/rail.css'
import './styles/parts.css'
import './styles/marks.css'
import './styles/controls.css'
import './styles/fields.css'
import './styles/overlays.css'
import './styles/surfaces.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { guardTyped } from './components/unrecorded.ts'
import { askFirst } from './state/ask-ahead.ts'
import { queryClient } from './state/query-client.ts'

guardTyped()
askFirst()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
