/**
 * React Flow with the services that are near. It is told what to show and moves the view; every other gesture
 * is the board's own, so its keys, its dragging and its edges are off.
 */
import { type NodeTypes, ReactFlow, type ReactFlowInstance, ViewportPortal } from '@xyflow/react'
import { memo, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import '@xyflow/react/dist/base.css'
import { serviceById } from '../../../shared/scenario/lookup'
import { useBoard } from '../../state/board'
import { useModel } from '../model/board-model'
import { useMounted } from '../view/mounted-store'
import { ZOOM_MAX } from '../view/view'
import { bindFlow, useView } from '../view/view-store'
import { type FlowNode, flowNode } from './flow-node'
import { LinesLayer } from './lines-layer'
import { PulledLine } from './pulled-line'
import { ServiceNode } from './service-node'
import { NotesLayer, ZonesLayer } from './zones-layer'

const NODE_TYPES: NodeTypes = { service: ServiceNode }
const NO_EDGES: never[] = []
const NO_NODES: FlowNode[] = []
const MIDDLE_BUTTON = [1]
const LEFT_AND_MIDDLE = [0, 1]
/** The README credits React Flow; on the board the words would stand under the panels. */
const NO_ATTRIBUTION = { hideAttribution: true }

function useNodes(): FlowNode[] {
  const ids = useMounted((mounted) => mounted.services)
  // The same nodes are the same array: while something else is dragged, React Flow hears of nothing.
  return useModel(
    useShallow(({ scenario, language }) => {
      if (ids.length === 0) return NO_NODES
      const services = serviceById(scenario)
      return ids.flatMap((id) => {
        const service = services.get(id)
        return service ? [flowNode(service, language)] : []
      })
    }),
  )
}

/** React Flow's own words for assistive technology, in the user's language. */
function useAriaLabels() {
  const { t } = useTranslation('canvas')
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('help.service'),
      // Misnamed in React Flow: this is what it says while the keyboard is enabled.
      'node.a11yDescription.keyboardDisabled': t('help.service'),
      'node.a11yDescription.ariaLiveMessage': () => '',
      'edge.a11yDescription.default': t('help.line'),
    }),
    [t],
  )
}

export const Flow = memo(function Flow({ spaceHeld }: { readonly spaceHeld: boolean }) {
  const nodes = useNodes()
  const { t } = useTranslation('canvas')
  const ariaLabels = useAriaLabels()
  const zoomMin = useView((view) => view.zoomMin)
  const isHand = useBoard((board) => board.tool === 'hand')
  const [initial] = useState(() => useView.getState().view)
  const onInit = useCallback((flow: ReactFlowInstance<FlowNode>) => {
    bindFlow((view, options) => void flow.setViewport(view, options))
  }, [])
  useEffect(() => () => bindFlow(null), [])
  return (
    <ReactFlow<FlowNode>
      nodes={nodes}
      edges={NO_EDGES}
      nodeTypes={NODE_TYPES}
      defaultViewport={initial}
      onInit={onInit}
      onMove={followView}
      minZoom={zoomMin}
      maxZoom={ZOOM_MAX}
      panOnDrag={isHand || spaceHeld ? LEFT_AND_MIDDLE : MIDDLE_BUTTON}
      aria-label={t('board.drawing')}
      ariaLabelConfig={ariaLabels}
      proOptions={NO_ATTRIBUTION}
      {...OFF}
    >
      <ViewportPortal>
        <ZonesLayer />
        <LinesLayer />
        <NotesLayer />
        <PulledLine />
      </ViewportPortal>
    </ReactFlow>
  )
})

/** What React Flow would do by itself and the board does in its place. */
const OFF = {
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  selectNodesOnDrag: false,
  elevateNodesOnSelect: false,
  disableKeyboardA11y: true,
  autoPanOnNodeFocus: false,
  zoomOnScroll: false,
  zoomOnDoubleClick: false,
  panOnScroll: false,
  preventScrolling: false,
  deleteKeyCode: null,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  panActivationKeyCode: null,
  zoomActivationKeyCode: null,
} as const

function followView(_: unknown, view: { x: number; y: number; zoom: number }): void {
  useView.setState({ view })
}
