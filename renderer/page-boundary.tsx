import { Component, type ReactNode } from 'react'
import { Failed } from './components/waiting.tsx'

/** A fault in one page leaves the rail and the other pages in use. React asks for a class here. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly fault: string | null }> {
  override state: { readonly fault: string | null } = { fault: null }

  static getDerivedStateFromError(error: unknown): { readonly fault: string } {
    return { fault: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children
    return (
      <main className="page" id="page">
        <div className="bar" />
        <Failed reference={this.state.fault} onAgain={() => this.setState({ fault: null })} />
      </main>
    )
  }
}
