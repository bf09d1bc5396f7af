/** The mark and the name. */
import './brand.css'

export function Brand() {
  return (
    <span className="brand">
      <svg width="22" height="22" viewBox="0 0 22 22" fill="none" aria-hidden="true">
        <rect
          x="1.5"
          y="3.5"
          width="19"
          height="13"
          rx="3"
          stroke="currentColor"
          strokeWidth="1.6"
        />
        <path
          d="M5 12.5 8.5 8l3 3.4L16.5 6.5"
          stroke="var(--rest)"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path d="M7 20h8" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
      <span className="brand-name">Dryrun</span>
    </span>
  )
}
