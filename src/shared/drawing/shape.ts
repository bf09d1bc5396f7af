/**
 * The primitives of the one drawing: React, the SVG writer and the canvas painter each draw exactly these.
 * Colours are names of the palette, so that a theme is chosen when the shapes are put out, not when made.
 */

export const INKS = [
  'paper',
  'dot',
  'panel',
  'panel-2',
  'line',
  'ink',
  'ink-2',
  'ink-3',
  'card',
  'rest',
  'grpc',
  'broker',
  'ws',
  'sql',
  'ok',
  'bad',
  'mark',
  'mark-2',
  'focus',
  'note',
  'zone',
  'shade',
  'tint-grey',
  'tint-blue',
  'tint-green',
  'tint-orange',
  'tint-purple',
  'tint-pink',
] as const
export type Ink = (typeof INKS)[number]

export type Theme = 'light' | 'dark'

export interface Stroke {
  readonly ink: Ink
  readonly width: number
  readonly dash?: readonly number[]
  readonly cap?: 'butt' | 'round'
}

interface Painted {
  readonly fill?: Ink
  readonly stroke?: Stroke
  readonly opacity?: number
}

export interface RectShape extends Painted {
  readonly shape: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius: number
}

export interface CircleShape extends Painted {
  readonly shape: 'circle'
  readonly cx: number
  readonly cy: number
  readonly r: number
}

/** `d` uses absolute M L C Q A Z only, so that every outlet reads it alike. */
export interface PathShape extends Painted {
  readonly shape: 'path'
  readonly d: string
}

export interface TextShape {
  readonly shape: 'text'
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly text: string
  readonly sizePx: number
  readonly font: 'sans' | 'sans-semibold' | 'mono'
  readonly fill: Ink
  readonly anchor: 'start' | 'middle' | 'end'
  readonly opacity?: number
}

/** Moves what it holds; its opacity multiplies into every leaf, so that no outlet needs a layer. */
export interface GroupShape {
  readonly shape: 'group'
  readonly x: number
  readonly y: number
  readonly opacity?: number
  readonly shapes: readonly Shape[]
}

export type Shape = RectShape | CircleShape | PathShape | TextShape | GroupShape

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A picture whole: what it covers and its shapes from back to front. */
export interface Drawing {
  readonly bounds: Bounds
  readonly shapes: readonly Shape[]
}
