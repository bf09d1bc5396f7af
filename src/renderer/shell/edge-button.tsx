/** A panel that was pulled shut leaves a tab at the edge of the board, to be opened by again. */
import { PanelLeftOpen, PanelRightOpen } from 'lucide-react'
import { useState } from 'react'
import { type PanelImperativeHandle, type PanelSize, usePanelRef } from 'react-resizable-panels'
import { IconButton } from '../ui/button'

export interface Collapse {
  readonly collapsed: boolean
  expand(): void
  /** To be spread on the panel. */
  readonly panel: {
    readonly panelRef: React.RefObject<PanelImperativeHandle | null>
    readonly onResize: (size: PanelSize) => void
  }
}

export function useCollapse(): Collapse {
  const panelRef = usePanelRef()
  const [collapsed, setCollapsed] = useState(false)
  return {
    collapsed,
    expand: () => panelRef.current?.expand(),
    panel: { panelRef, onResize: (size) => setCollapsed(size.inPixels === 0) },
  }
}

export function EdgeButton({
  side,
  label,
  collapse,
}: {
  readonly side: 'left' | 'right'
  readonly label: string
  readonly collapse: Collapse
}) {
  if (!collapse.collapsed) return null
  return (
    <IconButton
      tone="plain"
      className={`edge-button edge-button-${side}`}
      label={label}
      onClick={collapse.expand}
    >
      {side === 'left' ? <PanelLeftOpen size={16} /> : <PanelRightOpen size={16} />}
    </IconButton>
  )
}
