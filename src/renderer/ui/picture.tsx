/** A whole drawing, as large as its place allows. Colours are those of the theme around it. */
import type { Drawing } from '../../shared/drawing/shape'
import { ShapeView } from './shape-view'
import './picture.css'

export function Picture({ drawing, label }: { readonly drawing: Drawing; readonly label: string }) {
  const { x, y, width, height } = drawing.bounds
  return (
    <svg
      className="picture"
      viewBox={`${x} ${y} ${width} ${height}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="xMidYMid meet"
    >
      <ShapeView shapes={drawing.shapes} />
    </svg>
  )
}
