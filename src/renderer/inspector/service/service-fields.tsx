/** The fields of a service beside its name and its handlers. */
import { useTranslation } from 'react-i18next'
import type { Changes } from '../../../shared/scenario/edits'
import {
  SERVICE_KINDS,
  SERVICE_ROLES,
  type Service,
  type ServiceKind,
  type ServiceRole,
} from '../../../shared/scenario/service'
import { FieldRow } from '../../ui/field-row'
import { NumberField } from '../../ui/number-field'
import { Select } from '../../ui/select'
import { Switch } from '../../ui/switch'
import { ColourField } from '../colour-field'
import { DurationField } from '../duration-field'
import { Expander } from '../expander'

type Update = (changes: Changes<Service>, burst?: string) => void
const NO_ROLE = 'none'

export function ServiceFields({
  service,
  update,
}: {
  readonly service: Service
  readonly update: Update
}) {
  const { t } = useTranslation('inspector')
  return (
    <>
      <FieldRow label={t('kind')}>
        {(id) => (
          <Select<ServiceKind>
            id={id}
            label={t('kind')}
            value={service.kind}
            options={SERVICE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={(kind) => update({ kind })}
          />
        )}
      </FieldRow>
      <FieldRow label={t('role')}>
        {(id) => (
          <Select<ServiceRole | typeof NO_ROLE>
            id={id}
            label={t('role')}
            value={service.role ?? NO_ROLE}
            options={[
              { value: NO_ROLE, label: t('role.none') },
              ...SERVICE_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })),
            ]}
            onChange={(role) => update({ role: role === NO_ROLE ? undefined : role })}
          />
        )}
      </FieldRow>
      <Expander label={t('capacity')}>
        <Capacity service={service} update={update} />
      </Expander>
      <Expander label={t('appearance')}>
        <ColourField value={service.color} own="card" onChange={(color) => update({ color })} />
        <Switch
          label={t('pinned')}
          hint={t('pinned.about')}
          checked={service.pinned === true}
          onChange={(on) => update({ pinned: on || undefined })}
        />
      </Expander>
    </>
  )
}

function Capacity({ service, update }: { readonly service: Service; readonly update: Update }) {
  const { t } = useTranslation('inspector')
  return (
    <>
      <FieldRow label={t('replicas')}>
        {(id) => (
          <NumberField
            id={id}
            label={t('replicas')}
            value={service.replicas}
            placeholder="1"
            min={1}
            max={16}
            onChange={(replicas, burst) => update({ replicas }, burst)}
          />
        )}
      </FieldRow>
      <FieldRow label={t('workers')} hint={t('workers.about')}>
        {(id) => (
          <NumberField
            id={id}
            label={t('workers')}
            value={service.workers}
            min={1}
            max={1_000}
            onChange={(workers, burst) => update({ workers }, burst)}
          />
        )}
      </FieldRow>
      <FieldRow label={t('maxRequests')} hint={t('maxRequests.about')}>
        {(id) => (
          <NumberField
            id={id}
            label={t('maxRequests')}
            value={service.maxRequests}
            min={1}
            max={1_000}
            onChange={(maxRequests, burst) => update({ maxRequests }, burst)}
          />
        )}
      </FieldRow>
      <DurationField
        label={t('serviceTime')}
        value={service.serviceTime}
        onChange={(serviceTime, burst) => update({ serviceTime }, burst)}
      />
    </>
  )
}
