/** `save`: one commit of one row. */
import type { SaveAction } from '../../scenario/action'
import type { Flattener } from '../flattener'
import { costOfStore, storeLine } from './storing'

export function flattenSave({ save, as }: SaveAction, into: Flattener): void {
  const entity = into.tables.entity(save)
  const status = into.tables.status(entity, as)
  const line = storeLine(into, save)
  const inbox = into.unmarkedInbox
  into.unmarkedInbox = undefined
  into.add({
    op: 'commit',
    saves: [{ entity, status }],
    outbox: [],
    ...(line !== undefined && { line }),
    ...(inbox !== undefined && { inbox }),
    cost: costOfStore(into, line),
  })
}
