/** One frame on a WebSocket: gone, unnoticed, if the socket is not open. */
import type { PushAction } from '../../scenario/action'
import type { Flattener } from '../flattener'
import { enter, handlerOf } from '../handling'
import type { OpRule } from '../op-rule'
import { receiverOf } from '../reaching'
import { isOpen, sendFrame } from '../socket'

export const push: OpRule<'push'> = {
  offer(view, _token, op, offers) {
    if (isOpen(view, op.line)) offers.fault('lose-request')
  },
  proceed(draft, token, op) {
    const { service } = handlerOf(draft, op)
    sendFrame(draft, token, op, service, isOpen(draft, op.line) ? 'arrives' : 'closed')
    enter(draft, token, op.next)
  },
  lose(draft, token, op) {
    const { service } = handlerOf(draft, op)
    sendFrame(draft, token, op, service, 'lost')
    enter(draft, token, op.next)
  },
}

export function flattenPush({ push: id }: PushAction, into: Flattener, path: string): void {
  const { names, assembly, source } = into
  const index = names.line(id)
  const line = index === undefined ? undefined : names.connectionAt(index)
  const ends = line === undefined ? [] : [names.service(line.from), names.service(line.to)]
  if (index === undefined || line?.protocol !== 'websocket' || !ends.includes(source.service)) {
    names.error('engine/not-pushable', path, { id, service: names.serviceAt(source.service).id })
    return
  }
  const other = (ends[0] === source.service ? ends[1] : ends[0]) as number
  const receiver = receiverOf(assembly, index, other)
  const frame = assembly.reserve()
  const added = into.add({
    op: 'push',
    line: index,
    message: line.operation ?? line.event ?? line.id,
    frame,
    ...(receiver !== undefined && { receiver }),
  })
  assembly.fill(frame, { at: 'frame', op: added })
}
