/** What the step list is narrowed to: a text, a service, a key, a sort of step. */
import { Search, X } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../shared/engine/step'
import { textIn } from '../../shared/scenario/text'
import { useDocument } from '../state/document'
import { useSettings } from '../state/settings'
import { IconButton } from '../ui/button'
import { Select } from '../ui/select'
import { isFiltering, keysOf, NO_FILTER, type StepFilter } from './step-filter'
import { GROUP_OF_KIND, STEP_GROUPS } from './step-groups'

export function StepFilterBar({
  filter,
  steps,
  shown,
  onChange,
}: {
  readonly filter: StepFilter
  readonly steps: readonly Step[]
  /** How many steps pass it. */
  readonly shown: number
  readonly onChange: (filter: StepFilter) => void
}) {
  const { t } = useTranslation('run')
  const services = useServiceOptions(steps)
  const keys = useMemo(() => keysOf(steps).map((key) => ({ value: key, label: key })), [steps])
  const groups = useMemo(() => {
    const found = new Set(steps.map((step) => GROUP_OF_KIND[step.kind]))
    return STEP_GROUPS.filter((group) => found.has(group))
  }, [steps])
  const groupOptions = groups.map((group) => ({ value: group, label: t(`group.${group}`) }))
  return (
    <search className="step-filter" aria-label={t('filter')}>
      <label className="step-filter-text">
        <Search size={13} aria-hidden="true" />
        <input
          type="search"
          aria-label={t('filter.text')}
          placeholder={t('filter.text')}
          value={filter.text}
          onChange={(change) => onChange({ ...filter, text: change.target.value })}
        />
      </label>
      <Select
        label={t('filter.service')}
        value={filter.service}
        options={[{ value: '', label: t('filter.allServices') }, ...services]}
        onChange={(service) => onChange({ ...filter, service })}
      />
      {keys.length > 1 && (
        <Select
          label={t('filter.key')}
          value={filter.key}
          options={[{ value: '', label: t('filter.allKeys') }, ...keys]}
          onChange={(key) => onChange({ ...filter, key })}
        />
      )}
      <Select
        label={t('filter.group')}
        value={filter.group}
        options={[{ value: '' as const, label: t('filter.allGroups') }, ...groupOptions]}
        onChange={(group) => onChange({ ...filter, group })}
      />
      {isFiltering(filter) && (
        <>
          <span className="step-filter-count" role="status">
            {t('filter.count', { shown, all: steps.length })}
          </span>
          <IconButton label={t('filter.clear')} onClick={() => onChange(NO_FILTER)}>
            <X size={14} />
          </IconButton>
        </>
      )}
    </search>
  )
}

/** Services that something happened at, in the order of the drawing. */
function useServiceOptions(steps: readonly Step[]) {
  const services = useDocument((document) => document.scenario.services)
  const language = useSettings((settings) => settings.language)
  return useMemo(() => {
    const taking = new Set<string | undefined>()
    for (const step of steps) taking.add(step.service).add(step.from).add(step.to)
    return services
      .filter((service) => taking.has(service.id))
      .map(({ id, name }) => ({ value: id, label: textIn(name, language) }))
  }, [steps, services, language])
}
