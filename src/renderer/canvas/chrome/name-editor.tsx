/** Typing a thing's words where they stand. Enter or a click elsewhere keeps them, Escape does not. */
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bounds } from '../../../shared/drawing/shape'
import { connectionById } from '../../../shared/scenario/lookup'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { commitGesture, useModel } from '../model/board-model'
import { placedBounds } from '../model/hit-test'
import type { BoardModel } from '../model/next-model'
import { type Words, wordsOf } from '../model/words'
import { centreOf } from '../view/bounds'
import { toScreen, type View } from '../view/view'
import { useView } from '../view/view-store'

export const NameEditor = memo(function NameEditor() {
  const id = useBoard((board) => board.naming)
  if (id === null) return null
  return <Editor key={id} id={id} />
})

function Editor({ id }: { readonly id: string }) {
  const scenario = useDocument((document) => document.scenario)
  const model = useModel()
  const words = wordsOf(scenario, id, model.language)
  const box = boxOf(model, id)
  const view = useView((state) => state.view)
  const isGone = words === undefined
  useEffect(() => {
    // Removed by an undo meanwhile: there is nothing to name any more.
    if (isGone) useBoard.getState().setNaming(null)
  }, [isGone])
  return words && box ? <Field id={id} words={words} box={box} view={view} /> : null
}

/** Where the words stand: a service's whole box, a zone's title, a line's label. */
function boxOf({ services, lines, scenario }: BoardModel, id: string): Bounds | undefined {
  const service = services.get(id)
  if (service) return service
  const line = lines.get(id)
  if (line) return line.label.box.width > 0 ? line.label.box : around(line.points)
  const zone = scenario.zones?.find((one) => one.id === id)
  if (zone) return { ...placedBounds(zone), height: 32 }
  const note = scenario.notes?.find((one) => one.id === id)
  return note && placedBounds(note)
}

function around(points: readonly { x: number; y: number }[]): Bounds {
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 }
  return { x: middle.x - 70, y: middle.y - 12, width: 140, height: 24 }
}

interface FieldProps {
  readonly id: string
  readonly words: Words
  readonly box: Bounds
  readonly view: View
}

function Field({ id, words, box, view }: FieldProps) {
  const { t } = useTranslation('canvas')
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])
  const end = (how: 'keep' | 'drop') => {
    // Leaving the field by Enter also blurs it: one ending is enough.
    if (isDone.current) return
    isDone.current = true
    const text = field.current?.value ?? words.text
    const kept = words.isLong ? text : text.replace(/\s+/g, ' ').trim()
    if (how === 'keep' && kept !== words.text) commitGesture([words.editTo(kept)])
    useBoard.getState().setNaming(null)
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation()
    if (event.key === 'Escape') end('drop')
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      if (words.isLong && !event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      end('keep')
    } else return
    focusThing(id)
  }
  return (
    <textarea
      ref={field}
      className={`name-editor ${words.isCode ? 'mono' : ''} ${words.isLong ? 'name-editor-long' : ''}`}
      style={placeOf(box, view, words.isLong)}
      defaultValue={words.text}
      rows={words.isLong ? 3 : 1}
      spellCheck={false}
      maxLength={words.isLong ? 10_000 : 200}
      aria-label={t(
        connectionById(useDocument.getState().scenario).has(id) ? 'name.line' : 'name.label',
      )}
      onKeyDown={press}
      onBlur={() => end('keep')}
    />
  )
}

/** On screen, never too small to type in. */
function placeOf(box: Bounds, view: View, isLong: boolean) {
  const scale = Math.max(0.8, Math.min(1.6, view.zoom))
  const width = Math.max(box.width * view.zoom, 150)
  const height = isLong ? Math.max(box.height * view.zoom, 72) : 20 * scale + 14
  const centre = toScreen(view, centreOf(box))
  return {
    left: centre.x - width / 2,
    top: centre.y - height / 2,
    width,
    height,
    fontSize: (isLong ? 12 : 14) * scale,
  }
}

/** The keyboard goes back to where it came from. */
function focusThing(id: string): void {
  const name = CSS.escape(id)
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`[data-service="${name}"], [data-line="${name}"]`)
      ?.focus({ preventScroll: true }),
  )
}
