/** A service as React Flow is told of it: measured by the drawing, so that the page need not be. */
import type { Node } from '@xyflow/react'
import { serviceBox } from '../../../shared/drawing/service-shapes'
import type { Service } from '../../../shared/scenario/service'
import type { Language } from '../../../shared/scenario/text'

export type FlowNode = Node<{ readonly service: Service; readonly language: Language }, 'service'>

const known: Record<Language, WeakMap<Service, FlowNode>> = { en: new WeakMap(), ru: new WeakMap() }

/** The same node for the same service, so that only what changed is drawn again. */
export function flowNode(service: Service, language: Language): FlowNode {
  const kept = known[language].get(service)
  if (kept) return kept
  const size = serviceBox(service, language)
  const node: FlowNode = {
    id: service.id,
    type: 'service',
    position: service.position,
    data: { service, language },
    width: size.width,
    height: size.height,
    measured: size,
    handles: [],
    // React Flow takes the pointer from nodes it neither drags nor selects; the board needs it for hovering.
    style: { pointerEvents: 'all' },
    // The focusable element with its role and name is inside, where it can follow the run and the selection.
    domAttributes: { 'aria-roledescription': undefined },
  }
  known[language].set(service, node)
  return node
}
