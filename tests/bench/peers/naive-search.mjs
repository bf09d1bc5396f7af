/**
 * The explorer that one writes first: three services behind a broker (the model of orders.pml), states as
 * immutable objects, known by their text. Breadth first over the whole space.
 */

const put = (list, index, value) => list.map((one, at) => (at === index ? value : one))
const capped = (counts, order) => put(counts, order, Math.min(2, counts[order] + 1))

function initial(orders) {
  const each = (value) => Array.from({ length: orders }, () => value)
  const idle = { at: 'idle', order: 0 }
  return {
    crashes: 1,
    duplicates: 1,
    clients: each('send'),
    tries: each(0),
    requests: [],
    saved: each(0),
    mailed: each(0),
    charged: each(0),
    mail: [],
    pay: [],
    services: { orders: idle, notifications: idle, payments: idle },
  }
}

const withService = (state, name, at, order = 0) => ({
  ...state,
  services: { ...state.services, [name]: { at, order } },
})

/** What one service may do: its next step, or one crash that gives back what it held. */
function serviceSteps(state, name, steps, giveBack) {
  const { at, order } = state.services[name]
  if (at === 'down') return [withService(state, name, 'idle')]
  const next = steps[at]?.(state, order)
  const after = next === undefined ? [] : [next]
  if (state.crashes === 0) return after
  const crashed = at === 'idle' ? state : giveBack(state, order)
  return [...after, withService({ ...crashed, crashes: state.crashes - 1 }, name, 'down')]
}

const taking = (name, queue) => (state) =>
  state[queue].length === 0
    ? undefined
    : withService({ ...state, [queue]: state[queue].slice(1) }, name, 'work', state[queue][0])

const consumer = (name, queue, effect) => (state) =>
  serviceSteps(
    state,
    name,
    {
      idle: taking(name, queue),
      work: (from, order) => withService(effect(from, order), name, 'ack', order),
      ack: (from) => withService(from, name, 'idle'),
    },
    (from, order) => ({ ...from, [queue]: [...from[queue], order] }),
  )

const RULES = [
  (state) =>
    state.clients.flatMap((at, order) =>
      at === 'send'
        ? [
            {
              ...state,
              clients: put(state.clients, order, 'wait'),
              requests: [...state.requests, order],
            },
          ]
        : [],
    ),
  (state) =>
    serviceSteps(
      state,
      'orders',
      {
        idle: taking('orders', 'requests'),
        work: (from, order) =>
          withService({ ...from, saved: put(from.saved, order, 1) }, 'orders', 'tell', order),
        tell: (from, order) =>
          withService(
            { ...from, mail: [...from.mail, order], pay: [...from.pay, order] },
            'orders',
            'answer',
            order,
          ),
        answer: (from, order) =>
          withService({ ...from, clients: put(from.clients, order, 'done') }, 'orders', 'idle'),
      },
      (from, order) => ({
        ...from,
        clients: put(from.clients, order, from.tries[order] === 0 ? 'send' : 'done'),
        tries: put(from.tries, order, 1),
      }),
    ),
  consumer('notifications', 'mail', (state, order) => ({
    ...state,
    mailed: capped(state.mailed, order),
  })),
  consumer('payments', 'pay', (state, order) => ({
    ...state,
    charged: put(state.charged, order, 1),
  })),
  (state) =>
    ['mail', 'pay'].flatMap((queue) =>
      state.duplicates > 0 && state[queue].length > 0
        ? [{ ...state, [queue]: [...state[queue], state[queue][0]], duplicates: 0 }]
        : [],
    ),
]

/** @param {number} orders at once @returns {number} how many states there are */
export function naiveSearch(orders) {
  const waiting = [initial(orders)]
  const known = new Set([JSON.stringify(waiting[0])])
  for (const state of waiting)
    for (const rule of RULES)
      for (const next of rule(state)) {
        const text = JSON.stringify(next)
        if (known.has(text)) continue
        known.add(text)
        waiting.push(next)
      }
  return known.size
}
