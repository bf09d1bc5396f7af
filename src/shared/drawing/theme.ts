/**
 * What each ink is in each theme. The page's CSS variables carry the same values: a test compares them.
 * Knows no shape.
 */
import type { Ink, Theme } from './shape'

export type Palette = Readonly<Record<Ink, string>>

const LIGHT: Palette = {
  paper: '#fbfaf6',
  dot: '#dedbd1',
  panel: '#ffffff',
  'panel-2': '#f6f4ee',
  line: '#e5e1d6',
  ink: '#20242b',
  'ink-2': '#5b6270',
  'ink-3': '#656c7a',
  card: '#ffffff',
  rest: '#2563eb',
  grpc: '#7c3aed',
  broker: '#b45309',
  ws: '#0d8074',
  sql: '#57606f',
  ok: '#1a7f4b',
  bad: '#cf2a2a',
  mark: '#ffd84d',
  'mark-2': '#fff3c2',
  focus: '#2f6feb',
  note: '#fff4c9',
  zone: '#f6f4ed',
  shade: '#20242b',
  'tint-grey': '#eef0f3',
  'tint-blue': '#e4eefe',
  'tint-green': '#e2f4e9',
  'tint-orange': '#fdecd9',
  'tint-purple': '#f0e8fe',
  'tint-pink': '#fde6ef',
}

const DARK: Palette = {
  paper: '#15171c',
  dot: '#2a2e37',
  panel: '#1b1e25',
  'panel-2': '#21252d',
  line: '#2e333d',
  ink: '#e9ebf0',
  'ink-2': '#aab1bf',
  'ink-3': '#8b93a3',
  card: '#20242c',
  rest: '#6ea2ff',
  grpc: '#b794ff',
  broker: '#f0a04b',
  ws: '#43c9ba',
  sql: '#a3acbb',
  ok: '#4cc38a',
  bad: '#ff6b6b',
  mark: '#e5b800',
  'mark-2': '#3a3212',
  focus: '#6ea2ff',
  note: '#3b3520',
  zone: '#1a1d24',
  shade: '#000000',
  'tint-grey': '#2b3038',
  'tint-blue': '#1c2c48',
  'tint-green': '#1a3428',
  'tint-orange': '#3d2c19',
  'tint-purple': '#30264a',
  'tint-pink': '#3f2331',
}

export const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK }
