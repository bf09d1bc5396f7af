/** A drill with nothing to draw: it has the page to itself. */
import { DrillPanel } from './drill-panel'
import type { Deliver } from './report-buttons'

export function DrillPage({ deliver }: { readonly deliver: Deliver }) {
  return (
    <main className="drill-page">
      <DrillPanel deliver={deliver} />
    </main>
  )
}
