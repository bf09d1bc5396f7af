/** What the scenario promises about every order: sentences, each with the expression behind it. */
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { freshId } from '../../../shared/base/ids'
import type { Invariant } from '../../../shared/scenario/scenario'
import { textIn } from '../../../shared/scenario/text'
import { useDocument } from '../../state/document'
import { useSettings } from '../../state/settings'
import { IconButton } from '../../ui/button'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu'
import { Section } from '../../ui/section'
import { withItem } from '../with-field'
import { commonInvariants } from './common-invariants'
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
          <CommonInvariants taken={taken} onAdd={add} />
          <MenuSeparator />
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

/** Those that this board can state, then the others, each with why not. */
function CommonInvariants({
  taken,
  onAdd,
}: {
  readonly taken: ReadonlySet<string>
  readonly onAdd: (invariant: Invariant) => void
}) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const scenario = useDocument((document) => document.scenario)
  const common = commonInvariants(scenario)
  const possible = common.filter(({ whyNot }) => whyNot === undefined)
  const impossible = common.filter(({ whyNot }) => whyNot !== undefined)
  return [...possible, ...impossible].map(({ invariant, whyNot }) => (
    <MenuItem
      key={invariant.id}
      disabled={whyNot !== undefined || taken.has(invariant.id)}
      hint={
        whyNot === undefined
          ? 'always' in invariant
            ? invariant.always
            : invariant.finally
          : t(`invariant.whyNot.${whyNot}`)
      }
      onSelect={() => onAdd(invariant)}
    >
      {textIn(invariant.title, language)}
    </MenuItem>
  ))
}
