/**
 * Shapes of the one drawing as SVG elements. Knows the primitives and the names of the colours; never what
 * a shape stands for. Colours are CSS variables, so a change of theme draws nothing again.
 */
import { memo } from 'react'
import type {
  Ink,
  PathShape,
  RectShape,
  Shape,
  Stroke,
  TextShape,
} from '../../shared/drawing/shape'
import './shape-view.css'

/** A list of shapes, back to front, to be put inside an `<svg>` or a `<g>`. Equal lists are not drawn again. */
export const ShapeView = memo(function ShapeView({
  shapes,
}: {
  readonly shapes: readonly Shape[]
}) {
  // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identities; their place is the only key
  return shapes.map((shape, place) => <OneShape key={place} shape={shape} />)
})

const OneShape = memo(function OneShape({ shape }: { readonly shape: Shape }) {
  switch (shape.shape) {
    case 'rect':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.radius}
          {...painted(shape)}
        />
      )
    case 'circle':
      return <circle cx={shape.cx} cy={shape.cy} r={shape.r} {...painted(shape)} />
    case 'path':
      return <path d={shape.d} {...painted(shape)} />
    case 'text':
      return <OneText shape={shape} />
    case 'group':
      return (
        <g transform={`translate(${shape.x} ${shape.y})`} opacity={shape.opacity}>
          <ShapeView shapes={shape.shapes} />
        </g>
      )
  }
})

function OneText({ shape }: { readonly shape: TextShape }) {
  return (
    <text
      className={`shape-${shape.font}`}
      x={shape.x}
      y={shape.y}
      fontSize={shape.sizePx}
      fill={colour(shape.fill)}
      textAnchor={shape.anchor}
      opacity={shape.opacity}
    >
      {shape.text}
    </text>
  )
}

function colour(ink: Ink): string {
  return `var(--${ink})`
}

function painted(shape: Pick<RectShape | PathShape, 'fill' | 'stroke' | 'opacity'>) {
  return {
    fill: shape.fill === undefined ? 'none' : colour(shape.fill),
    opacity: shape.opacity,
    ...(shape.stroke === undefined ? {} : stroked(shape.stroke)),
  }
}

function stroked(stroke: Stroke) {
  return {
    stroke: colour(stroke.ink),
    strokeWidth: stroke.width,
    strokeDasharray: stroke.dash?.join(' '),
    strokeLinecap: stroke.cap,
  }
}
