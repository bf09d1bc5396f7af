/** A near service as an element: the drawing's shapes, what the run says of it, and where lines begin. */
import type { NodeProps } from '@xyflow/react'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { serviceMarkShapes } from '../../../shared/drawing/mark-shapes'
import { serviceShapes } from '../../../shared/drawing/service-shapes'
import type { Service } from '../../../shared/scenario/service'
import { type Language, textIn } from '../../../shared/scenario/text'
import { useBoard } from '../../state/board'
import { useSelection } from '../../state/selection'
import { ShapeView } from '../../ui/shape-view'
import { selectIfTabbed } from '../gestures/tabbing'
import { useServiceLabel } from '../model/labels'
import { setOverlay, useOverlay } from '../model/overlay'
import { useMarks } from '../run/marks-store'
import type { FlowNode } from './flow-node'

const SIDES = ['top', 'right', 'bottom', 'left'] as const

export const ServiceNode = memo(function ServiceNode({ data }: NodeProps<FlowNode>) {
  const { service, language } = data
  const { id } = service
  const isSelected = useSelection((selection) => selection.ids.has(id))
  const isTarget = useOverlay((overlay) => overlay.connecting?.target === id)
  const isEditing = useBoard((board) => board.mode === 'edit')
  const label = useServiceLabel(service, language)
  const { t } = useTranslation('canvas')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no service; group is what React Flow gives, too
    <div
      className="service"
      data-service={id}
      data-selected={isSelected || undefined}
      data-target={isTarget || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is selected, moved and renamed by keys
      tabIndex={0}
      role="group"
      aria-roledescription={t('role.service')}
      aria-label={label}
      aria-current={isSelected || undefined}
      onFocus={() => enterService(id)}
      onBlur={() => leaveService(id)}
    >
      <ServiceDrawing service={service} language={language} />
      {isEditing && <Handles id={id} name={textIn(service.name, language)} />}
    </div>
  )
})

function enterService(id: string): void {
  setOverlay({ focused: id })
  selectIfTabbed(id)
}

function leaveService(id: string): void {
  if (useOverlay.getState().focused === id) setOverlay({ focused: null })
}

/** The service's shapes between what the run puts under and over them. */
const ServiceDrawing = memo(function ServiceDrawing({
  service,
  language,
}: {
  readonly service: Service
  readonly language: Language
}) {
  const mark = useMarks((marks) => marks.services.get(service.id))
  const key = looksOf(service)
  // Where it stands is not how it looks: a service being dragged is not drawn again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for all of the service that is drawn
  const shapes = useMemo(() => serviceShapes(service, { language }), [key, language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const marks = useMemo(
    () => (mark ? serviceMarkShapes(service, mark, language) : null),
    [key, mark, language],
  )
  return (
    <svg className="service-shapes" aria-hidden="true">
      {marks && <ShapeView shapes={marks.under} />}
      <ShapeView shapes={shapes} />
      {marks && <ShapeView shapes={marks.over} />}
    </svg>
  )
})

function looksOf({ position: _p, handlers: _h, zone: _z, ...looks }: Service): string {
  return JSON.stringify(looks)
}

function Handles({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation('canvas')
  return SIDES.map((side) => (
    <span
      key={side}
      className={`handle handle-${side}`}
      data-handle-of={id}
      title={t('handle.title', { name })}
      aria-hidden="true"
    />
  ))
}
