/** How much time is left, or how far over it is; to be stopped, gone on with, and added to. */
import { Pause, Play, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDrill } from '../state/drill'
import { elapsedMs, minutesText } from '../state/drill-clock'
import { IconButton } from '../ui/button'

const MINUTE_MS = 60_000
const EXTENSION_MINUTES = 5

export function DrillTimer() {
  const { t } = useTranslation('drills')
  const clock = useDrill((state) => state.clock)
  const minutes = useDrill(({ drill, session }) => (drill?.minutes ?? 0) + session.extraMinutes)
  const { pause, resume, extend } = useDrill.getState()
  const isGoing = clock.startedMs !== null
  useTicking(isGoing)
  const leftMs = minutes * MINUTE_MS - elapsedMs(clock)
  const isOver = leftMs < 0
  const text = minutesText(leftMs)
  return (
    <div className="drill-timer">
      <span
        className={isOver ? 'drill-time drill-time-over' : 'drill-time'}
        role="timer"
        aria-label={t(isOver ? 'timer.over' : 'timer.left', { time: text })}
      >
        {isOver ? `+${text}` : text}
      </span>
      <IconButton
        label={t(isGoing ? 'timer.pause' : 'timer.resume')}
        onClick={isGoing ? pause : resume}
      >
        {isGoing ? <Pause size={16} /> : <Play size={16} />}
      </IconButton>
      <IconButton
        label={t('timer.extend', { minutes: EXTENSION_MINUTES })}
        onClick={() => extend(EXTENSION_MINUTES)}
      >
        <Plus size={16} />
      </IconButton>
    </div>
  )
}

/** Drawn again twice a second, so that no second is skipped. */
function useTicking(isGoing: boolean): void {
  const [, tick] = useState(0)
  useEffect(() => {
    if (!isGoing) return
    const timer = setInterval(() => tick((count) => count + 1), 500)
    return () => clearInterval(timer)
  }, [isGoing])
}
