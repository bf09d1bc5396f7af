/** One drill of the list: how far one is with it, and how long it takes. */
import { CircleCheck, CircleDashed, Clock } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isDrawn } from '../../shared/drills/drill'
import type { Session } from '../../shared/drills/session'
import { textIn } from '../../shared/scenario/text'
import { useDrill } from '../state/drill'
import { useSettings } from '../state/settings'
import type { KnownDrill } from './use-drills'

export function DrillRow({
  drill,
  session,
  isBack = false,
}: KnownDrill & { readonly isBack?: boolean }) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isBack) row.current?.focus()
  }, [isBack])
  const begin = useDrill((state) => state.begin)
  return (
    <button type="button" className="drill-row" ref={row} onClick={() => begin(drill, session)}>
      <StateSign session={session} />
      <span className="drill-row-title">{textIn(drill.title, language)}</span>
      <span className="drill-row-state">{stateWords(t, session)}</span>
      <span className="drill-row-minutes">
        {t(isDrawn(drill) ? 'list.drawn' : 'list.asked', { count: drill.minutes })}
      </span>
    </button>
  )
}

function StateSign({ session }: { readonly session: Session | undefined }) {
  if (session?.state === 'done') return <CircleCheck className="drill-sign-done" size={16} />
  if (session !== undefined) return <Clock className="drill-sign-open" size={16} />
  return <CircleDashed className="drill-sign-new" size={16} />
}

function stateWords(
  t: ReturnType<typeof useTranslation<'drills'>>['t'],
  session: Session | undefined,
): string {
  if (session === undefined) return ''
  const percent = session.best === undefined ? undefined : Math.round(session.best * 100)
  if (session.state === 'done') return t('list.done', { percent: percent ?? 100 })
  return percent === undefined ? t('list.open') : t('list.best', { percent })
}
