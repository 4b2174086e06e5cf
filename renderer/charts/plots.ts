import { later } from '../components/later.tsx'

/** The library of charts is large and only the drawing asks for it: it comes when a chart is shown, or ahead of that. */
export const CurvePlot = later(async () => (await import('./curve-plot.tsx')).CurvePlot)
export const MonthBarsPlot = later(async () => (await import('./month-bars-plot.tsx')).MonthBarsPlot)
