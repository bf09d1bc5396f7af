/** A list put in order by dragging its grips, or with the arrow keys on a grip. */
import { GripVertical } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import './reorder-list.css'

export interface ReorderItem {
  /** What the grip moves, for those who do not see it. */
  readonly name: string
  readonly content: ReactNode
}

export function ReorderList({
  items,
  gripLabel,
  disabled = false,
  onMove,
}: {
  readonly items: readonly ReorderItem[]
  /** `Move {name}`, in the language of the page. */
  readonly gripLabel: (name: string) => string
  readonly disabled?: boolean
  /** The item at `from` goes to where it is the `to`th. */
  readonly onMove: (from: number, to: number) => void
}) {
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const stop = () => {
    setDragged(null)
    setOver(null)
  }
  const drop = () => {
    if (dragged !== null && over !== null && dragged !== over) onMove(dragged, over)
    stop()
  }
  const press = (event: KeyboardEvent, place: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const to = place + by
    if (by === 0) return
    event.preventDefault()
    if (to < 0 || to >= items.length) return
    onMove(place, to)
    // The grip that is now at the new place is the one that was pressed.
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`:scope > li:nth-child(${to + 1}) > .reorder-grip`)
        ?.focus(),
    )
  }
  return (
    <ol className="reorder" ref={list}>
      {items.map((item, place) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the things listed have no identity but their place
          key={place}
          className="reorder-item"
          data-over={
            over === place && dragged !== place
              ? over > (dragged ?? 0)
                ? 'after'
                : 'before'
              : undefined
          }
          data-dragged={dragged === place || undefined}
          onDragOver={(event) => {
            if (dragged === null) return
            event.preventDefault()
            event.stopPropagation()
            setOver(place)
          }}
          onDrop={(event) => {
            if (dragged === null) return
            event.preventDefault()
            event.stopPropagation()
            drop()
          }}
        >
          {!disabled && (
            <button
              type="button"
              className="reorder-grip"
              draggable
              aria-label={gripLabel(item.name)}
              onDragStart={(event) => {
                event.stopPropagation()
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', item.name)
                setDragged(place)
              }}
              onDragEnd={stop}
              onKeyDown={(event) => press(event, place)}
            >
              <GripVertical size={14} />
            </button>
          )}
          <div className="reorder-content">{item.content}</div>
        </li>
      ))}
    </ol>
  )
}
