/** A way back that floats over a scrolled view. */
import './pill.css'

export function Pill({
  onClick,
  children,
}: {
  readonly onClick: () => void
  readonly children: string
}) {
  return (
    <button type="button" className="pill" onClick={onClick}>
      {children}
    </button>
  )
}
