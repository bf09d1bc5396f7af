/** A protocol's line in small. */
import { memo } from 'react'
import { lineSample } from '../../../shared/drawing/legend'
import type { Protocol } from '../../../shared/scenario/connection'
import { ShapeView } from '../../ui/shape-view'

const WIDTH = 52
const HEIGHT = 16

export const LineSample = memo(function LineSample({ protocol }: { readonly protocol: Protocol }) {
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      <ShapeView shapes={lineSample(protocol, { x: 4, y: HEIGHT / 2 }, WIDTH - 8)} />
    </svg>
  )
})
