/** A commit in a service's database: rows, the inbox mark and outbox rows together, all or nothing. */
import type { Draft } from '../draft'
import { enter, failAt, handlerOf, stopAsDuplicate } from '../handling'
import type { CommitOp, Publication } from '../op'
import type { OpRule } from '../op-rule'
import { isCut } from '../partition'
import { FAILED_OUTCOME, type Line } from '../program'
import type { Token } from '../view'

/** How often the relay looks into the outbox. */
const RELAY_US = 5_000

export const commit: OpRule<'commit'> = {
  proceed(draft, token, op) {
    const line = op.line === undefined ? undefined : (draft.program.lines[op.line] as Line)
    if (line !== undefined && (!draft.isUp(line.to) || isCut(draft, line.index)))
      return failSave(draft, token, op, line)
    if (op.inbox !== undefined) {
      // Unique in the inbox: of two at once the second finds the first one's mark, and commits nothing.
      if (draft.inbox(draft.key(token), draft.order(token), op.inbox) === 1)
        return stopAsDuplicate(draft, token, op)
      draft.markInbox(draft.key(token), draft.order(token), op.inbox)
    }
    if (op.inbox !== undefined && op.saves.length + op.outbox.length === 0)
      reportMark(draft, token, op)
    for (const save of op.saves) saveRow(draft, token, op, save)
    for (const publication of op.outbox) storeOutbox(draft, token, op, publication)
    enter(draft, token, op.next)
  },
}

/** A mark that is a commit of its own is a step of its own: a crash can come right after it. */
function reportMark(draft: Draft, token: Token, op: CommitOp): void {
  const handler = handlerOf(draft, op)
  draft.emit?.('row.saved', handler.service, {
    token,
    ...(op.line !== undefined && { line: op.line, to: draft.program.lines[op.line]?.to }),
    from: handler.service,
    message: handler.trigger,
    detail: { entity: 'inbox', status: handler.trigger, context: 'inbox' },
  })
}

function saveRow(draft: Draft, token: Token, op: CommitOp, save: CommitOp['saves'][number]): void {
  const entity = draft.program.entities[save.entity]
  const line = op.line === undefined ? undefined : draft.program.lines[op.line]
  draft.setRow(draft.key(token), draft.order(token), save.entity, save.status)
  draft.emit?.('row.saved', handlerOf(draft, op).service, {
    token,
    ...(line !== undefined && { line: line.index, from: line.from, to: line.to }),
    message: entity?.name ?? '',
    detail: { entity: entity?.name ?? '', status: entity?.statuses[save.status] ?? '' },
  })
}

function storeOutbox(draft: Draft, token: Token, op: CommitOp, publication: Publication): void {
  draft.emit?.('outbox.stored', handlerOf(draft, op).service, {
    token,
    ...(op.line !== undefined && { line: op.line }),
    message: publication.event,
  })
  draft.spawn(publication.stored, token, RELAY_US)
}

function failSave(draft: Draft, token: Token, op: CommitOp, line: Line): void {
  const entity = draft.program.entities[op.saves[0]?.entity ?? -1]
  draft.emit?.('save.failed', line.from, {
    token,
    line: line.index,
    from: line.from,
    to: line.to,
    ...(entity !== undefined && { message: entity.name }),
    detail: {
      ...(entity !== undefined && { entity: entity.name }),
      ...(isCut(draft, line.index) && { context: 'cut' }),
    },
  })
  failAt(draft, token, op, FAILED_OUTCOME)
}
