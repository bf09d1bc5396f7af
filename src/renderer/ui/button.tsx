/** Buttons: with words, and with a picture whose words are its tooltip and its accessible name. */
import type { ComponentProps, ReactNode } from 'react'
import { Tooltip } from './tooltip'
import './button.css'

export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'danger'

type Native = Omit<ComponentProps<'button'>, 'children'>

export function Button({
  tone = 'plain',
  small = false,
  icon,
  className = '',
  children,
  ...rest
}: Native & {
  readonly tone?: ButtonTone
  readonly small?: boolean
  readonly icon?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <button
      type="button"
      {...rest}
      className={`button button-${tone} ${small ? 'button-small' : ''} ${className}`}
    >
      {icon}
      <span className="button-words">{children}</span>
    </button>
  )
}

export function IconButton({
  label,
  keys,
  pressed,
  tone = 'quiet',
  className = '',
  children,
  ...rest
}: Native & {
  /** What it does: the tooltip and the accessible name. */
  readonly label: string
  readonly keys?: string | undefined
  readonly pressed?: boolean
  readonly tone?: ButtonTone
  readonly children: ReactNode
}) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
        className={`button button-${tone} button-icon ${className}`}
      >
        {children}
      </button>
    </Tooltip>
  )
}
