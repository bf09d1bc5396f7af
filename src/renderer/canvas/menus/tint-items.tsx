/** The colours of a service or a note, for it and for all others of these that are selected with it. */
import { useTranslation } from 'react-i18next'
import { TINTS } from '../../../shared/scenario/tint'
import { useDocument } from '../../state/document'
import { useSelection } from '../../state/selection'
import { MenuItem, Submenu } from '../../ui/menu'
import { commitGesture } from '../model/board-model'
import '../../ui/tint-swatch.css'

export function TintItems({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas')
  const { services, notes = [] } = useDocument.getState().scenario
  const service = services.find((one) => one.id === id)
  const own = service ? 'card' : 'note'
  const now = (service ?? notes.find((one) => one.id === id))?.color
  return (
    <Submenu label={t('menu.colour')}>
      {[undefined, ...TINTS].map((color) => (
        <MenuItem
          key={color ?? own}
          icon={<span className="tint-swatch" data-colour={color ?? own} />}
          checked={color === now}
          onSelect={() => {
            const { ids } = useSelection.getState()
            commitGesture([{ edit: 'tint', ids: ids.has(id) ? [...ids] : [id], color }])
          }}
        >
          {t(`inspector:colour.${color ?? own}`)}
        </MenuItem>
      ))}
    </Submenu>
  )
}
