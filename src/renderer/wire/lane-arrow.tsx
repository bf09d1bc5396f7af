/** A line a party and an arrow between two of them, over the whole width of its column. */

/** CSS pixels. */
const HEIGHT = 24
const HEAD = 4

export function LaneArrow({
  from,
  to,
  lanes,
}: {
  readonly from: number
  readonly to: number
  readonly lanes: number
}) {
  // A lane stands in the middle of its share of the width.
  const at = (lane: number) => `${((lane + 0.5) * 100) / lanes}%`
  const middle = HEIGHT / 2
  const back = to > from ? -1.5 * HEAD : 1.5 * HEAD
  return (
    <svg className="wire-arrow" aria-hidden="true">
      {Array.from({ length: lanes }, (_, lane) => at(lane)).map((x) => (
        <line key={x} className="wire-lane" x1={x} x2={x} y1={0} y2={HEIGHT} />
      ))}
      <line className="wire-shaft" x1={at(from)} x2={at(to)} y1={middle} y2={middle} />
      <svg className="wire-tip" aria-hidden="true" x={at(to)} y={middle}>
        <path className="wire-head-shape" d={`M0 0L${back} ${-HEAD}V${HEAD}Z`} />
      </svg>
    </svg>
  )
}
