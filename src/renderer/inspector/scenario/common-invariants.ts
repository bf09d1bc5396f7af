/** The promises that are offered as sentences; titles in both languages, for they go into the file. */
import type { Invariant } from '../../../shared/scenario/scenario'

export const COMMON_INVARIANTS: readonly Invariant[] = [
  {
    id: 'charge-once',
    title: {
      en: 'A card is charged at most once per order',
      ru: 'За заказ карта списывается не больше одного раза',
    },
    always: 'effects.charge - effects.refund <= 1',
  },
  {
    id: 'charged',
    title: { en: 'Every stored order is charged', ru: 'Каждый сохранённый заказ оплачен' },
    finally: "rows.order == 'none' || effects.charge >= 1",
  },
  {
    id: 'told',
    title: { en: 'Every customer is told', ru: 'Каждый клиент получает уведомление' },
    finally: "rows.order == 'none' || effects.notify >= 1",
  },
  {
    id: 'told-once',
    title: {
      en: 'A customer is told at most once per order',
      ru: 'О заказе клиента уведомляют не больше одного раза',
    },
    always: 'effects.notify <= 1',
  },
  {
    id: 'one-order',
    title: {
      en: 'One wish of the customer makes one order',
      ru: 'Одно желание клиента создаёт один заказ',
    },
    always: 'intent.orders <= 1',
  },
  {
    id: 'no-dead-letters',
    title: {
      en: 'Nothing ends as a dead letter',
      ru: 'Ничто не попадает в очередь недоставленных',
    },
    finally: 'deadLetters == 0',
  },
]
