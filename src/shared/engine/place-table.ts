/** Every kind of place and its rule. A new kind does not compile until it is here. */
import { down } from './crash'
import { cut } from './partition'
import type { PlaceRules } from './place-rule'
import { confirm, dead, queued, relayed, stored, unconfirmed } from './protocols/broker'
import { backoff, connecting, request, response, waiting } from './protocols/call'
import { frame, socket } from './protocols/websocket'
import { op, stimulus } from './running'

export const PLACE_RULES: PlaceRules = {
  gone: {
    natural: 'proceed',
    offer() {},
    proceed() {},
  },
  stimulus,
  op,
  waiting,
  connecting,
  backoff,
  request,
  response,
  confirm,
  unconfirmed,
  queued,
  dead,
  stored,
  relayed,
  frame,
  socket,
  down,
  cut,
  // A scripted fault is offered and struck by the machine: it needs the rules of all other places.
  script: {
    natural: 'proceed',
    offer() {},
    proceed() {},
  },
}
