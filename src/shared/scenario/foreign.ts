/** Files of other programs, by how they begin or what they hold, so that the refusal can say what it is. */

const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^\s*<mxfile|^\s*<mxGraphModel/, 'draw.io'],
  [/^\s*(<\?xml[^>]*>\s*)?<svg/, 'SVG'],
  [/^\s*<!doctype html|^\s*<html/i, 'HTML'],
  [/^\s*<\?xml/, 'XML'],
  [/^\u0089?PNG\r?\n/, 'PNG'],
  [/^%PDF-/, 'PDF'],
  [/^PK[^\w\s]{2}/, 'ZIP'],
  [/^\s*@startuml/, 'PlantUML'],
  [/^\s*(graph|flowchart)\s+(TB|TD|BT|LR|RL)\b|^\s*sequenceDiagram\b/, 'Mermaid'],
  [/^(version:|services:)/m, 'Docker Compose'],
  [/^openapi:/m, 'OpenAPI'],
]

const BEGINNING_CHARACTERS = 2_000

/** The format that a text which is not JSON looks to be in, by its own name; `undefined`: none that we know. */
export function foreignText(text: string): string | undefined {
  const beginning = text.slice(0, BEGINNING_CHARACTERS)
  if (/^\s*[{[]/.test(beginning)) return undefined
  return BEGINNINGS.find(([pattern]) => pattern.test(beginning))?.[1]
}

/** The format that a parsed value looks to be in, by its own name. */
export function foreignValue(value: Readonly<Record<string, unknown>>): string | undefined {
  const has = (...keys: readonly string[]) => keys.every((key) => Object.hasOwn(value, key))
  if (value.type === 'excalidraw') return 'Excalidraw'
  if (value.type === 'excalidrawlib') return 'Excalidraw'
  if (has('tldrawFileFormatVersion')) return 'tldraw'
  if (has('openapi') || has('swagger')) return 'OpenAPI'
  if (has('asyncapi')) return 'AsyncAPI'
  if (has('nodes', 'edges')) return 'React Flow, JSON Canvas'
  if (value.type === 'FeatureCollection') return 'GeoJSON'
  if (has('$schema', 'properties')) return 'JSON Schema'
  if (has('name', 'version') && (has('dependencies') || has('scripts'))) return 'package.json'
  if (has('cells', 'nbformat')) return 'Jupyter'
  if (has('drill')) return 'Dryrun drill'
  return undefined
}
