/** What is drawn of the scrubber: the line, its ticks, what broke, the branches, the knob. */
import { memo, useMemo } from 'react'
import { useRun } from '../state/run'
import { BranchArcs } from './branch-arcs-view'
import { evenTicks, TRACK_HEIGHT_PX, TRACK_Y_PX, type Track, thinned, xOf } from './scrubber-scale'
import { isFault } from './step-groups'

/** Ticks closer than this are small: full-sized they would touch. */
const ROOMY_PX = 14

export function ScrubberTrack({ track }: { readonly track: Track }) {
  const position = useRun((run) => run.position)
  const start = xOf(0, track)
  const end = xOf(track.last, track)
  const here = xOf(position, track)
  return (
    <svg width={track.widthPx} height={TRACK_HEIGHT_PX} aria-hidden="true">
      <path className="scrubber-line" d={`M${start} ${TRACK_Y_PX}H${end}`} />
      <path className="scrubber-done" d={`M${start} ${TRACK_Y_PX}H${here}`} />
      <BranchArcs last={track.last} widthPx={track.widthPx} />
      <Ticks last={track.last} widthPx={track.widthPx} position={position} />
      <Marks last={track.last} widthPx={track.widthPx} position={position} />
      <circle className="scrubber-knob" cx={here} cy={TRACK_Y_PX} r="7.5" />
    </svg>
  )
}

type MarksProps = Track & { readonly position: number }

const Ticks = memo(function Ticks({ last, widthPx, position }: MarksProps) {
  const track = useMemo(() => ({ last, widthPx }), [last, widthPx])
  const ticks = useMemo(() => evenTicks(track), [track])
  const roomy = xOf(ticks[1] ?? 0, track) - xOf(0, track) >= ROOMY_PX
  return ticks.map((tick) => (
    <circle
      key={tick}
      className={tickClass(tick <= position, roomy)}
      cx={xOf(tick, track)}
      cy={TRACK_Y_PX}
      r={roomy ? 3 : 1.4}
    />
  ))
})

function tickClass(done: boolean, roomy: boolean): string {
  const size = roomy ? 'scrubber-tick' : 'scrubber-dot'
  return done ? size : `${size} ${size}-future`
}

const Marks = memo(function Marks({ last, widthPx, position }: MarksProps) {
  const steps = useRun((run) => run.steps)
  const track = useMemo(() => ({ last, widthPx }), [last, widthPx])
  const marks = useMemo(() => {
    const seqs = (found: typeof steps) => found.map((step) => step.seq)
    return {
      faults: thinned(seqs(steps.filter(isFault)), track),
      broken: thinned(seqs(steps.filter((step) => step.kind === 'invariant.violated')), track),
    }
  }, [steps, track])
  const when = (seq: number) => (seq <= position ? '' : 'scrubber-future')
  return (
    <>
      {marks.faults.map((seq) => (
        <g key={`f${seq}`} className={when(seq)} transform={at(seq, track)}>
          <circle className="scrubber-clear" r="6.5" />
          <path className="scrubber-fault" d="M-5 -5 5 5M5 -5 -5 5" />
        </g>
      ))}
      {marks.broken.map((seq) => (
        <g key={`b${seq}`} className={when(seq)} transform={at(seq, track)}>
          <path className="scrubber-broken" d="M0 -7 7 0 0 7 -7 0Z" />
          <path className="scrubber-broken-sign" d="M0 -3V0.600M0 2.900V3.100" />
        </g>
      ))}
    </>
  )
})

function at(position: number, track: Track): string {
  return `translate(${xOf(position, track)} ${TRACK_Y_PX})`
}
