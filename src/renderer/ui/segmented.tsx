/** One of two to four, all in sight. Arrow keys move, Space chooses. */
import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import type { ReactNode } from 'react'
import './segmented.css'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
  /** Shown instead of the words, which stay its accessible name. */
  readonly icon?: ReactNode
  readonly title?: string
}

export function Segmented<Value extends string>({
  label,
  value,
  segments,
  onChange,
}: {
  readonly label: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly onChange: (value: Value) => void
}) {
  return (
    <ToggleGroup
      className="segmented"
      aria-label={label}
      value={[value]}
      // Pressing the one that is chosen would leave none: it is chosen again.
      onValueChange={([next = value]) => {
        const chosen = segments.find((segment) => segment.value === next)
        if (chosen) onChange(chosen.value)
      }}
    >
      {segments.map((segment) => (
        <Toggle
          key={segment.value}
          value={segment.value}
          className="segment"
          aria-label={segment.label}
          title={segment.title}
        >
          {segment.icon ?? segment.label}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}
