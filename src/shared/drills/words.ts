/**
 * What people call things, in English and Russian: a board's own words are matched against these stems, so
 * that an order may be an `order` or a `заказ`. A drill may bring words of its own.
 */

/** Stems by meaning; a word means it when it contains one of them, upper and lower case alike. */
export type Words = Readonly<Record<string, readonly string[]>>

export const WORDS: Words = {
  charge: ['charg', 'captur', 'debit', 'withdraw', 'pay', 'списа', 'списы', 'плат', 'снят', 'spis'],
  refund: ['refund', 'revers', 'payback', 'возвра', 'верну', 'vozvra'],
  notify: [
    ...['notif', 'mail', 'letter', 'sms', 'push', 'inform', 'tell'],
    ...['увед', 'письм', 'сообщ', 'смс', 'uved'],
  ],
  order: ['order', 'purchase', 'заказ', 'покупк', 'zakaz'],
  payment: ['payment', 'charge', 'плат', 'списан', 'plat', 'spis'],
  user: ['user', 'account', 'profile', 'пользоват', 'аккаунт', 'учётн', 'polzov'],
  saga: ['saga', 'process', 'workflow', 'checkout', 'сага', 'процесс', 'оформлен'],
  cancel: ['cancel', 'delete', 'abort', 'отмен', 'удал', 'otmen'],
}

/** Meanings that are asked first: a refund is a payment too, by its letters. */
const FIRST: Readonly<Record<string, readonly string[]>> = { charge: ['refund'] }

/** How an order stands, by the word for it. What is neither paid nor ended badly is still open. */
export const STANDINGS = ['paid', 'rejected', 'open'] as const
export type Standing = (typeof STANDINGS)[number]

const REJECTED = [
  'reject',
  'declin',
  'fail',
  'cancel',
  'unpaid',
  'refus',
  'отказ',
  'отклон',
  'отмен',
  'неудач',
  'не оплач',
  'неоплач',
  'возвра',
]
const PAID = [
  'paid',
  'charged',
  'captured',
  'success',
  'confirmed',
  'complet',
  'approved',
  'done',
  'settled',
  'оплачен',
  'списан',
  'успе',
  'подтвержд',
  'выполн',
  'заверш',
]

/** Stands for any word. */
const ANY = '*'

/** Whether a word of the board means this. An unknown meaning is its own only word. */
export function means(word: string, meaning: string, own: Words = {}): boolean {
  if (meaning === ANY) return true
  const stems = own[meaning] ?? WORDS[meaning] ?? [meaning]
  if (!hasStem(word, stems)) return false
  return !(FIRST[meaning] ?? []).some((other) => means(word, other, own))
}

export function standingOf(status: string): Standing {
  if (hasStem(status, REJECTED)) return 'rejected'
  return hasStem(status, PAID) ? 'paid' : 'open'
}

function hasStem(word: string, stems: readonly string[]): boolean {
  const lower = word.toLowerCase()
  return stems.some((stem) => lower.includes(stem.toLowerCase()))
}
