/** The common promises in words, in both languages, for they go into the file. Effects keep their names. */
import type { Text } from '../../../shared/scenario/text'

export interface Sentence {
  readonly id: string
  readonly title: Text
}

interface Deed {
  readonly once: Text
  readonly oncePerIntent: Text
  readonly happens: Text
  readonly noPhantom: Text
}

const CHARGE: Deed = {
  once: {
    en: 'A card is charged at most once per order',
    ru: 'За один заказ карта списывается не больше одного раза',
  },
  oncePerIntent: {
    en: 'A card is charged at most once per press of the button',
    ru: 'За одно нажатие карта списывается не больше одного раза',
  },
  happens: { en: 'Every stored order is charged', ru: 'Каждый сохранённый заказ оплачен' },
  noPhantom: { en: 'Nothing is charged without an order', ru: 'Без заказа деньги не списываются' },
}

const NOTIFY: Deed = {
  once: {
    en: 'A customer is told at most once per order',
    ru: 'О заказе клиента уведомляют не больше одного раза',
  },
  oncePerIntent: {
    en: 'A customer is told at most once per press of the button',
    ru: 'После одного нажатия клиента уведомляют не больше одного раза',
  },
  happens: {
    en: 'The customer hears about every order',
    ru: 'О каждом заказе клиента уведомляют',
  },
  noPhantom: {
    en: 'The customer hears of no order that was not stored',
    ru: 'О несохранённом заказе клиента не уведомляют',
  },
}

const KNOWN: Readonly<Record<string, Deed>> = { charge: CHARGE, notify: NOTIFY }

function deed(effect: string): Deed {
  return Object.hasOwn(KNOWN, effect) && KNOWN[effect] ? KNOWN[effect] : named(effect)
}

function named(effect: string): Deed {
  return {
    once: {
      en: `“${effect}” happens at most once per order`,
      ru: `«${effect}» происходит не больше одного раза за заказ`,
    },
    oncePerIntent: {
      en: `“${effect}” happens at most once per press of the button`,
      ru: `«${effect}» происходит не больше одного раза за нажатие`,
    },
    happens: {
      en: `“${effect}” happens for every stored order`,
      ru: `«${effect}» происходит для каждого сохранённого заказа`,
    },
    noPhantom: {
      en: `“${effect}” never happens without an order`,
      ru: `«${effect}» не происходит без заказа`,
    },
  }
}

/** `charge` and `notify` keep the ids under which the built-in scenarios have them. */
function idOf(effect: string, known: Readonly<Record<string, string>>, otherwise: string): string {
  return Object.hasOwn(known, effect) ? (known[effect] ?? otherwise) : otherwise
}

/** As ids are written: letters, digits and hyphens. */
const plain = (effect: string) => effect.toLowerCase().replaceAll('_', '-')

const statusesIn = (statuses: readonly string[]) => statuses.join(', ')

export const SENTENCES = {
  oneOrder: (): Sentence => ({
    id: 'one-order',
    title: {
      en: 'One press of the button makes at most one order',
      ru: 'Одно нажатие создаёт не больше одного заказа',
    },
  }),
  once: (effect: string): Sentence => ({
    id: idOf(effect, { charge: 'charge-once', notify: 'told-once' }, `${plain(effect)}-once`),
    title: deed(effect).once,
  }),
  oncePerIntent: (effect: string): Sentence => ({
    id: `${plain(effect)}-once-per-press`,
    title: deed(effect).oncePerIntent,
  }),
  happens: (effect: string): Sentence => ({
    id: idOf(effect, { charge: 'charged', notify: 'told' }, `${plain(effect)}-happens`),
    title: deed(effect).happens,
  }),
  paidIsTrue: (status: string, effect: string): Sentence => ({
    id: 'paid-is-true',
    title: {
      en: `An order that says “${status}” has had exactly one “${effect}”`,
      ru: `Если заказ помечен «${status}», то «${effect}» произошло ровно один раз`,
    },
  }),
  toldTheTruth: (): Sentence => ({
    id: 'told-the-truth',
    title: {
      en: 'What the customer was told last is how the order ended',
      ru: 'Последнее, что сообщили клиенту, — то, чем заказ закончился',
    },
  }),
  noFalseFailure: (effect: string): Sentence => ({
    id: 'no-false-failure',
    title: {
      en: `A customer who heard only failures or nothing has had no “${effect}”`,
      ru: `Если клиент получил только ошибки или не получил ничего, «${effect}» не произошло`,
    },
  }),
  settled: (statuses: readonly string[]): Sentence => ({
    id: 'settled',
    title: {
      en: `Every stored order ends as one of: ${statusesIn(statuses)}`,
      ru: `Каждый сохранённый заказ приходит к одному из: ${statusesIn(statuses)}`,
    },
  }),
  noPhantom: (effect: string): Sentence => ({
    id: `no-phantom-${plain(effect)}`,
    title: deed(effect).noPhantom,
  }),
  noMoneyForDead: (statuses: readonly string[], effect: string): Sentence => ({
    id: 'no-money-for-dead-orders',
    title: {
      en: `No “${effect}” stays with an order that is ${statusesIn(statuses)}`,
      ru: `У заказа в статусе ${statusesIn(statuses)} не остаётся «${effect}»`,
    },
  }),
  noOverRefund: (): Sentence => ({
    id: 'no-over-refund',
    title: {
      en: 'No more is refunded than was charged',
      ru: 'Возвращают не больше, чем списали',
    },
  }),
  noDeadLetters: (): Sentence => ({
    id: 'no-dead-letters',
    title: {
      en: 'Nothing ends as a dead letter',
      ru: 'Ничто не попадает в очередь недоставленных',
    },
  }),
}
