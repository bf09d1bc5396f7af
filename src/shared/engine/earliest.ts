/**
 * What happens next of itself, found without listing what else may happen: a board of a thousand services
 * has a thousand crashes to choose from at every step, and time chooses none of them.
 */
import { Offers } from './offers'
import type { Choice } from './state'
import type { Token, View } from './view'

/** Offers what may happen to one token. */
type Offer = (view: View, token: Token, offers: Offers) => void

/**
 * The earliest due choice of a timed state, scripted faults before the rest, then by place among the tokens;
 * a time that has passed means now. undefined: nothing happens of itself.
 */
export function earliestOf(view: View, offerScript: Offer, offerToken: Offer): Choice | undefined {
  if (view.limit > 0) return undefined
  const { nowUs } = view
  let first: Choice | undefined
  let firstUs = Number.POSITIVE_INFINITY
  const look = (token: Token, offer: Offer) => {
    const atUs = Math.max(nowUs, view.dueUs(token))
    if (atUs >= firstUs) return
    const offers = new Offers(view)
    offer(view, token, offers)
    if (offers.firstNatural === undefined) return
    first = offers.firstNatural
    firstUs = atUs
  }
  for (const offer of view.program.scripts.length > 0 ? [offerScript, offerToken] : [offerToken]) {
    for (let t = view.first; t < view.last && firstUs > nowUs; t += view.stride) look(t, offer)
  }
  return first
}
