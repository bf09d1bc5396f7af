/** A drill with nothing to draw: it has the page to itself. */

import type { Deliver } from '../state/deliver'
import { DrillPanel } from './drill-panel'

export function DrillPage({ deliver }: { readonly deliver: Deliver }) {
  return (
    <main className="drill-page">
      <DrillPanel deliver={deliver} />
    </main>
  )
}
