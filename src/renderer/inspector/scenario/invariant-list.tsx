/** What the scenario promises about every order: sentences, each with the expression behind it. */
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { freshId } from '../../../shared/base/ids'
import type { Invariant } from '../../../shared/scenario/scenario'
import { useDocument } from '../../state/document'
import { IconButton } from '../../ui/button'
import { Menu, MenuItem } from '../../ui/menu'
import { Section } from '../../ui/section'
import { withItem } from '../with-field'
import { COMMON_INVARIANTS } from './common-invariants'
import { InvariantBox } from './invariant-box'

export function InvariantList({ invariants }: { readonly invariants: readonly Invariant[] }) {
  const { t } = useTranslation('inspector')
  const edit = useDocument((document) => document.edit)
  const set = (next: readonly Invariant[], burst?: string) =>
    edit({ edit: 'setInvariants', invariants: next }, burst)
  const taken = new Set(invariants.map((one) => one.id))
  const add = (invariant: Invariant) =>
    set([...invariants, { ...invariant, id: freshId(invariant.id, taken) }])
  return (
    <Section
      title={t('invariants')}
      actions={
        <Menu
          align="end"
          trigger={
            <IconButton label={t('invariants.add')}>
              <Plus size={15} />
            </IconButton>
          }
        >
          {COMMON_INVARIANTS.map((invariant) => (
            <MenuItem
              key={invariant.id}
              disabled={taken.has(invariant.id)}
              hint={'always' in invariant ? invariant.always : invariant.finally}
              onSelect={() => add(invariant)}
            >
              {t(`invariant.${invariant.id}`)}
            </MenuItem>
          ))}
          <MenuItem
            onSelect={() => add({ id: 'promise', title: t('invariant.own'), always: 'true' })}
          >
            {t('invariant.write')}
          </MenuItem>
        </Menu>
      }
    >
      {invariants.length === 0 && <p className="inspector-text">{t('invariants.none')}</p>}
      {invariants.map((invariant, place) => (
        <InvariantBox
          key={invariant.id}
          invariant={invariant}
          onChange={(next, burst) => set(withItem(invariants, place, next), burst)}
        />
      ))}
    </Section>
  )
}
