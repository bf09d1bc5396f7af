/** The drills on the start page: by group, with how far one is with each. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DRILL_GROUPS } from '../../shared/drills/drill'
import { ProgressSection } from '../ui/progress-section'
import { DrillRow } from './drill-row'
import { OwnDrillRow } from './own-drill-row'
import { type KnownDrill, useDrills } from './use-drills'
import './drill-list.css'

/** Drills of one's own stand together, whatever they are about, and first: they are looked for. */
const LISTS = ['own', ...DRILL_GROUPS] as const
type List = (typeof LISTS)[number]
const listOf = ({ drill, own }: KnownDrill): List => (own === undefined ? drill.group : 'own')

const NONE: ReadonlySet<string> = new Set()

export function DrillList() {
  const { t } = useTranslation('drills')
  const known = useDrills()
  const [removed, setRemoved] = useState<ReadonlySet<string>>(NONE)
  if (known === undefined || known.length === 0) return null
  const listed = known.filter(({ drill }) => !removed.has(drill.id))
  const done = listed.filter(({ session }) => session?.state === 'done').length
  return (
    <ProgressSection
      title={t('list.title')}
      progress={t('list.progress', { done, of: listed.length })}
      about={t('list.about')}
    >
      <div className="drills-groups">
        {LISTS.map((group) => (
          <Group
            key={group}
            group={group}
            drills={known.filter((one) => listOf(one) === group)}
            removed={removed}
            onRemoved={setRemoved}
          />
        ))}
      </div>
    </ProgressSection>
  )
}

function Group({
  group,
  drills,
  removed,
  onRemoved,
}: {
  readonly group: List
  readonly drills: readonly KnownDrill[]
  readonly removed: ReadonlySet<string>
  readonly onRemoved: (removed: ReadonlySet<string>) => void
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
          <li key={one.drill.id} className="drills-item">
            {one.own === undefined ? (
              <DrillRow {...one} />
            ) : (
              <OwnDrillRow
                {...one}
                text={one.own}
                isRemoved={removed.has(one.drill.id)}
                onRemoved={(isGone) => onRemoved(withOrWithout(removed, one.drill.id, isGone))}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function withOrWithout(ids: ReadonlySet<string>, id: string, isWith: boolean): ReadonlySet<string> {
  const others = [...ids].filter((one) => one !== id)
  return new Set(isWith ? [...others, id] : others)
}
