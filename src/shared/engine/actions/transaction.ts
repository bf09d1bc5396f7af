/** `transaction`: rows, the inbox mark and outbox rows in one commit, all or nothing. */
import type { Action, TransactionAction } from '../../scenario/action'
import type { Flattener } from '../flattener'
import type { Publication } from '../op'
import { inboxOf } from './dedupe'
import { publicationFor } from './publish'
import { costOfStore, storeLine } from './storing'

export function flattenTransaction(
  { transaction }: TransactionAction,
  into: Flattener,
  path: string,
): void {
  const saves: { entity: number; status: number }[] = []
  const outbox: Publication[] = []
  let inbox = into.unmarkedInbox
  into.unmarkedInbox = undefined
  transaction.forEach((action, index) => {
    const at = `${path}.transaction[${index}]`
    if ('save' in action) {
      const entity = into.tables.entity(action.save)
      saves.push({ entity, status: into.tables.status(entity, action.as) })
    } else if ('dedupe' in action) inbox = inboxOf(into)
    else if ('publish' in action && action.outbox === true) {
      const publication = publicationFor(into, action.publish, at)
      if (publication !== undefined) outbox.push(publication)
    } else refuse(action, into, at)
  })
  const first = saves[0]
  const line = storeLine(
    into,
    first === undefined ? '' : (into.tables.entities[first.entity]?.name ?? ''),
  )
  if (inbox !== undefined) into.add({ op: 'dedupe', inbox })
  into.add({
    op: 'commit',
    saves,
    outbox,
    ...(line !== undefined && { line }),
    ...(inbox !== undefined && { inbox }),
    cost: costOfStore(into, line),
  })
}

function refuse(action: Action, into: Flattener, path: string): void {
  const name = Object.keys(action)[0] ?? ''
  into.names.error('engine/not-in-transaction', path, { action: name })
}
