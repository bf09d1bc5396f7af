/** A connected service next to the selected one, by keys. Where it goes only the canvas knows. */
import { serviceById } from '../../shared/scenario/lookup'
import { useDocument } from '../state/document'
import { useSelection } from '../state/selection'
import { wishViewport } from '../state/viewport'
import { command } from './command'
import { all, whileEditing } from './conditions'

const oneService = () => {
  const { ids } = useSelection.getState()
  const [id = ''] = ids
  const isService = serviceById(useDocument.getState().scenario).has(id)
  return (ids.size === 1 && isService) || 'commands:reason.selectService'
}

const DIRECTIONS = [
  ['Left', 'left'],
  ['Right', 'right'],
  ['Up', 'up'],
  ['Down', 'down'],
] as const

export const QUICK_ADD_COMMANDS = DIRECTIONS.map(([name, direction]) =>
  command(
    `edit.quickAdd${name}`,
    () => wishViewport({ wish: 'quickAdd', direction }),
    all(whileEditing, oneService),
  ),
)
