/** Frames pushed on WebSockets and the handlers that they reach. */
import type { Connection } from '../../scenario/connection'
import type { Service } from '../../scenario/service'
import type { Finder } from './finder'
import type { HandlerRead, Site } from './parts'

export interface Frame {
  /** The action that pushes it; none where a customer does. */
  readonly site?: Site
  readonly stimulus?: number
  readonly path: string
  readonly line: Connection
  readonly from: Service
  readonly to: Service
  readonly receiver?: HandlerRead
}

export function framesOf(finder: Finder): readonly Frame[] {
  const pushed = finder.handlers.flatMap((handler) =>
    handler.sites.flatMap((site) =>
      'push' in site.action
        ? frame(finder, site.action.push, handler.serviceIndex, { path: site.path, site })
        : [],
    ),
  )
  const sent = finder.stimuli.flatMap((stimulus, index) => {
    const line = finder.names.line(stimulus.connection)
    const from = line === undefined ? undefined : finder.names.connectionAt(line).from
    const service = from === undefined ? undefined : finder.names.service(from)
    if (service === undefined) return []
    return frame(finder, stimulus.connection, service, {
      path: `stimuli[${index}]`,
      stimulus: index,
    })
  })
  return [...sent, ...pushed]
}

function frame(
  finder: Finder,
  id: string,
  sender: number,
  about: Pick<Frame, 'site' | 'stimulus' | 'path'>,
): readonly Frame[] {
  const { names } = finder
  const index = names.line(id)
  const line = index === undefined ? undefined : names.connectionAt(index)
  if (index === undefined || line?.protocol !== 'websocket') return []
  const [from, to] = [names.service(line.from), names.service(line.to)]
  if (from === undefined || to === undefined || (sender !== from && sender !== to)) return []
  const other = sender === from ? to : from
  const receiver = finder.taker(other, index, {})
  const ends = { from: names.serviceAt(sender), to: names.serviceAt(other) }
  return [{ ...about, line, ...ends, ...(receiver && { receiver }) }]
}
