/** One picture a kind and role, drawn with a marker in a 24 by 24 box whose corner is the origin. */
import { isServiceItem, type PaletteItem, type ZoneKind } from '../scenario/palette'
import type { ServiceKind, ServiceRole } from '../scenario/service'
import type { Ink, Shape } from './shape'

export type GlyphName = ServiceKind | ServiceRole | 'kafka' | 'note' | ZoneKind

export const GLYPH_SIZE = 24

interface GlyphPaths {
  readonly strokes: readonly string[]
  /** Circles: centre and radius. */
  readonly circles?: readonly (readonly [number, number, number])[]
  readonly dash?: readonly number[]
}

const GLYPHS: Readonly<Record<GlyphName, GlyphPaths>> = {
  client: {
    strokes: [
      'M3 5.5Q3 3.5 5 3.5L19 3.5Q21 3.5 21 5.5L21 14.5Q21 16.5 19 16.5L5 16.5Q3 16.5 3 14.5Z',
      'M8 20.5L16 20.5M12 16.5L12 20.5',
    ],
  },
  service: {
    strokes: [
      'M12 2.8L20 7.4L20 16.6L12 21.2L4 16.6L4 7.4Z',
      'M4.2 7.5L12 12L19.8 7.5M12 12L12 21',
    ],
  },
  orchestrator: {
    strokes: ['M12 7.2L12 12M12 12L6.2 16M12 12L17.8 16'],
    circles: [
      [12, 5, 2.2],
      [4.7, 17.7, 2.2],
      [19.3, 17.7, 2.2],
    ],
  },
  gateway: {
    strokes: [
      'M4 20.5L4 10.5C4 6.1 7.6 2.8 12 2.8C16.4 2.8 20 6.1 20 10.5L20 20.5',
      'M2.5 20.5L21.5 20.5M12 8L12 16.5M8.8 11.2L12 8L15.2 11.2',
    ],
  },
  database: {
    strokes: [
      'M4 6C4 4.3 7.6 3 12 3C16.4 3 20 4.3 20 6C20 7.7 16.4 9 12 9C7.6 9 4 7.7 4 6Z',
      'M4 6L4 18C4 19.7 7.6 21 12 21C16.4 21 20 19.7 20 18L20 6',
      'M4 12C4 13.7 7.6 15 12 15C16.4 15 20 13.7 20 12',
    ],
  },
  broker: {
    strokes: [
      'M7.5 7L16.5 7C19.3 7 21.5 9.2 21.5 12C21.5 14.8 19.3 17 16.5 17L7.5 17C4.7 17 2.5 14.8 2.5 12C2.5 9.2 4.7 7 7.5 7Z',
      'M8.8 7L8.8 17M13.2 7L13.2 17',
    ],
  },
  kafka: {
    strokes: [
      'M3 3.8L15 3.8L15 8.2L3 8.2ZM9 3.8L9 8.2',
      'M3 9.8L21 9.8L21 14.2L3 14.2ZM9 9.8L9 14.2M15 9.8L15 14.2',
      'M3 15.8L9 15.8L9 20.2L3 20.2Z',
    ],
  },
  cache: { strokes: ['M13 2.8L5.2 13.6L11 13.6L10 21.2L18.8 9.8L12.6 9.8Z'] },
  external: {
    strokes: [
      'M7.5 19C4.7 19 2.5 16.9 2.5 14.3C2.5 11.9 4.3 10 6.6 9.7C7.3 6.8 9.7 4.8 12.6 4.8C16 4.8 18.7 7.5 18.8 10.9C20.5 11.3 21.7 12.9 21.7 14.8C21.7 17.2 19.9 19 17.5 19Z',
    ],
  },
  users: {
    strokes: ['M4 20.5C4.9 16.2 8 13.9 12 13.9C16 13.9 19.1 16.2 20 20.5'],
    circles: [[12, 7.7, 4]],
  },
  orders: {
    strokes: ['M2.5 4L5.5 4L8.3 15.5L18.3 15.5L20.8 7.5L6.4 7.5'],
    circles: [
      [9.7, 19.3, 1.5],
      [17, 19.3, 1.5],
    ],
  },
  notifications: {
    strokes: [
      'M12 3C8.7 3 6.2 5.6 6.2 8.8L6.2 13L4 17L20 17L17.8 13L17.8 8.8C17.8 5.6 15.3 3 12 3Z',
      'M9.6 20C10 21.1 10.9 21.7 12 21.7C13.1 21.7 14 21.1 14.4 20',
    ],
  },
  charging: {
    strokes: [
      'M2.5 7.5Q2.5 5 5 5L19 5Q21.5 5 21.5 7.5L21.5 16.5Q21.5 19 19 19L5 19Q2.5 19 2.5 16.5Z',
      'M2.5 9.7L21.5 9.7M6 15L10 15',
    ],
  },
  payment: {
    strokes: [
      'M5 3L19 3L19 21L16.7 19.4L14.3 21L12 19.4L9.7 21L7.3 19.4L5 21Z',
      'M8.5 8.2L15.5 8.2M8.5 12.2L15.5 12.2',
    ],
  },
  note: {
    strokes: ['M4.5 3.5L19.5 3.5L19.5 14.5L14.5 20.5L4.5 20.5Z', 'M14.5 20.5L14.5 14.5L19.5 14.5'],
  },
  boundary: {
    strokes: [
      'M3 6Q3 3.5 5.5 3.5L18.5 3.5Q21 3.5 21 6L21 18Q21 20.5 18.5 20.5L5.5 20.5Q3 20.5 3 18Z',
    ],
    dash: [3, 2.2],
  },
  layer: {
    strokes: [
      'M3 3.8L21 3.8L21 8.2L3 8.2Z',
      'M3 9.8L21 9.8L21 14.2L3 14.2Z',
      'M3 15.8L21 15.8L21 20.2L3 20.2Z',
    ],
  },
  ring: {
    strokes: [],
    circles: [
      [12, 12, 9.2],
      [12, 12, 5.4],
      [12, 12, 1.7],
    ],
  },
  monolith: {
    strokes: ['M5 6L13.5 2.8L13.5 21.2L5 18Z', 'M13.5 2.8L19 6L19 18L13.5 21.2'],
  },
}

/** The picture of a service: its role's where it has one, else its kind's. */
export function glyphOf(service: {
  readonly kind: ServiceKind
  readonly role?: ServiceRole | undefined
}): GlyphName {
  return service.role ?? service.kind
}

/** The picture of a thing of the palette: brokers of two kinds, and each zone, have one of their own. */
export function glyphOfItem(item: PaletteItem): GlyphName {
  if (!isServiceItem(item)) return item.kind
  return item.id === 'kafka' ? item.id : glyphOf(item)
}

/** The glyph's shapes, 24 by 24, corner at the origin. */
export function glyphShapes(name: GlyphName, ink: Ink = 'ink'): readonly Shape[] {
  const { strokes, circles = [], dash } = GLYPHS[name]
  const stroke = { ink, width: 1.6, cap: 'round', ...(dash ? { dash } : {}) } as const
  return [
    ...strokes.map((d): Shape => ({ shape: 'path', d, stroke })),
    ...circles.map(([cx, cy, r]): Shape => ({ shape: 'circle', cx, cy, r, stroke })),
  ]
}
