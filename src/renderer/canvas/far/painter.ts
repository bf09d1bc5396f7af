/** The drawing's painter on this page's canvases. */
import { createPainter } from '../../../shared/drawing/paint'

export const paintShapes = createPainter((d) => new Path2D(d))
