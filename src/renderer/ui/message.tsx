/** A short word that needs no answer. Read out when it appears; stays while the pointer rests on it. */
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import './message.css'

const SHOWN_MS = 5_000
const BAD_SHOWN_MS = 12_000

export function Message({
  tone,
  closeLabel,
  onClose,
  children,
}: {
  readonly tone: 'info' | 'good' | 'bad'
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: string
}) {
  const [held, setHeld] = useState(false)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => close.current(), tone === 'bad' ? BAD_SHOWN_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [held, tone])
  return (
    <div
      className={`message message-${tone}`}
      role={tone === 'bad' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <span>{children}</span>
      <button
        type="button"
        className="button button-quiet button-icon"
        aria-label={closeLabel}
        onClick={onClose}
      >
        <X size={14} />
      </button>
    </div>
  )
}
