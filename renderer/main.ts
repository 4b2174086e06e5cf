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
import { askFirst } from './state/ask-ahead.ts'

// The ledger works on the first answers while the window's code is still read.
askFirst()
void import('./window.tsx')
