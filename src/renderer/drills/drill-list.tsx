/** The drills on the start page: by group, with how far one is with each. */
import { CircleCheck, CircleDashed, Clock } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DRILL_GROUPS, isDrawn } from '../../shared/drills/drill'
import type { Session } from '../../shared/drills/session'
import { textIn } from '../../shared/scenario/text'
import { useDrill } from '../state/drill'
import { useSettings } from '../state/settings'
import { ProgressSection } from '../ui/progress-section'
import { type KnownDrill, useDrills } from './use-drills'
import './drill-list.css'

/** Drills of one's own stand together, whatever they are about, and first: they are looked for. */
const LISTS = ['own', ...DRILL_GROUPS] as const
type List = (typeof LISTS)[number]
const listOf = ({ drill, own }: KnownDrill): List => (own ? 'own' : drill.group)

export function DrillList() {
  const { t } = useTranslation('drills')
  const known = useDrills()
  if (known === undefined || known.length === 0) return null
  const done = known.filter(({ session }) => session?.state === 'done').length
  return (
    <ProgressSection
      title={t('list.title')}
      progress={t('list.progress', { done, of: known.length })}
      about={t('list.about')}
    >
      <div className="drills-groups">
        {LISTS.map((group) => (
          <Group key={group} group={group} drills={known.filter((one) => listOf(one) === group)} />
        ))}
      </div>
    </ProgressSection>
  )
}

function Group({
  group,
  drills,
}: {
  readonly group: List
  readonly drills: readonly KnownDrill[]
}) {
  const { t } = useTranslation('drills')
  const heading = useId()
  if (drills.length === 0) return null
  return (
    <div>
      <h3 className="drills-group" id={heading}>
        {t(`group.${group}`)}
      </h3>
      <ul aria-labelledby={heading} className="drills-rows">
        {drills.map((one) => (
          <DrillRow key={one.drill.id} {...one} />
        ))}
      </ul>
    </div>
  )
}

function DrillRow({ drill, session }: KnownDrill) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const begin = useDrill((state) => state.begin)
  return (
    <li>
      <button type="button" className="drill-row" onClick={() => begin(drill, session)}>
        <StateSign session={session} />
        <span className="drill-row-title">{textIn(drill.title, language)}</span>
        <span className="drill-row-state">{stateWords(t, session)}</span>
        <span className="drill-row-minutes">
          {t(isDrawn(drill) ? 'list.drawn' : 'list.asked', { count: drill.minutes })}
        </span>
      </button>
    </li>
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
