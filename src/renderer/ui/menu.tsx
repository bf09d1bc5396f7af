/** Menus: opened by a button, or at a point of the board. Items say why they are disabled. */
import { Menu as Base } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { KeyHint } from './key-hint'
import './menu.css'

export function Menu({
  trigger,
  align = 'start',
  children,
}: {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Surface align={align}>{children}</Surface>
    </Base.Root>
  )
}

/** A menu at a point of the window, in CSS pixels: for a right click or a key. */
export function PointMenu({
  at,
  label,
  onClose,
  children,
}: {
  readonly at: { readonly x: number; readonly y: number } | null
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const anchor = {
    getBoundingClientRect: () => DOMRect.fromRect({ ...at, width: 0, height: 0 }),
  }
  return (
    <Base.Root modal={false} open={at !== null} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner
          className="menu-place"
          anchor={anchor}
          align="start"
          side="bottom"
          sideOffset={2}
          collisionPadding={8}
          // Where there is no room below the point it moves up, whole, as menus of the system do.
          collisionAvoidance={{ side: 'shift', align: 'shift', fallbackAxisSide: 'none' }}
        >
          <Base.Popup className="menu" aria-label={label}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export function MenuItem({
  icon,
  keys,
  hint,
  disabled = false,
  danger = false,
  checked,
  onSelect,
  children,
}: {
  readonly icon?: ReactNode
  readonly keys?: string | undefined
  /** A second, quieter line: what it stands for, or why it cannot be chosen. */
  readonly hint?: string | undefined
  readonly disabled?: boolean
  readonly danger?: boolean
  readonly checked?: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
}) {
  return (
    <Base.Item
      className={`menu-item ${danger ? 'menu-item-danger' : ''}`}
      disabled={disabled}
      onClick={onSelect}
      {...(checked === undefined ? {} : { role: 'menuitemradio', 'aria-checked': checked })}
    >
      <span className="menu-icon">{checked ? <Check size={14} /> : icon}</span>
      <span className="menu-words">
        {children}
        {hint && <small>{hint}</small>}
      </span>
      {keys && <KeyHint keys={keys} />}
    </Base.Item>
  )
}

export function MenuSeparator() {
  return <Base.Separator className="menu-separator" />
}

export function MenuGroup({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="menu-label">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}

export function Submenu({
  icon,
  label,
  disabled = false,
  children,
}: {
  readonly icon?: ReactNode
  readonly label: string
  readonly disabled?: boolean
  readonly children: ReactNode
}) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className="menu-item" disabled={disabled}>
        <span className="menu-icon">{icon}</span>
        <span className="menu-words">{label}</span>
        <ChevronRight size={14} />
      </Base.SubmenuTrigger>
      <Surface align="start">{children}</Surface>
    </Base.SubmenuRoot>
  )
}

function Surface({
  align,
  children,
}: {
  readonly align: 'start' | 'end'
  readonly children: ReactNode
}) {
  return (
    <Base.Portal>
      <Base.Positioner className="menu-place" align={align} sideOffset={4} collisionPadding={8}>
        <Base.Popup className="menu">{children}</Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}
