/** Ids made from names: readable, in Latin letters, valid in the file. */
import { freshId } from '../base/ids'
import { type Text, textIn } from './text'

/** GOST 7.79-2000 system B without its marks, as people write names in URLs. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

const STEM_CHARACTERS_MAX = 48

function latin(text: string): string {
  let written = ''
  for (const letter of text
    .normalize('NFKD')
    .replace(/\u0438\u0306/g, 'й')
    .replace(/\u0435\u0308/g, 'ё')) {
    const lower = letter.toLowerCase()
    const replaced = LATIN[lower]
    if (replaced === undefined) written += letter
    else
      written +=
        lower === letter ? replaced : replaced.slice(0, 1).toUpperCase() + replaced.slice(1)
  }
  return written.replace(/\p{Mark}/gu, '')
}

/** `Orders DB` gives `ordersDb`, `Заказы` gives `zakazy`; a name without letters gives `fallback`. */
function idStem(name: Text, fallback: string): string {
  const written = latin(textIn(name, 'en')) || latin(textIn(name, 'ru'))
  const words = written.match(/[A-Za-z0-9]+/g) ?? []
  const camel = words
    .map((word, index) => {
      const lower = /[A-Z]{2}|^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word
      const head = lower.slice(0, 1)
      return (index === 0 ? head.toLowerCase() : head.toUpperCase()) + lower.slice(1)
    })
    .join('')
    .slice(0, STEM_CHARACTERS_MAX)
  return /^[A-Za-z]/.test(camel) ? camel : camel === '' ? fallback : fallback + camel
}

/** A fresh id from a name: `orders`, then `orders2`. A stem that ends in a digit gets a dash first. */
export function readableId(name: Text, fallback: string, taken: ReadonlySet<string>): string {
  return freshStem(idStem(name, fallback), taken)
}

/** As `freshId`, but `step2` taken gives `step2-2`, which cannot be mistaken for `step22`. */
export function freshStem(stem: string, taken: ReadonlySet<string>): string {
  if (!taken.has(stem)) return stem
  return freshId(/\d$/.test(stem) ? `${stem}-` : stem, new Set([...taken, `${stem}-`]))
}

/** `ordersDb` gives `OrdersDb`: the start of an event's or a gRPC service's name. */
export function pascal(id: string): string {
  return (id.match(/[A-Za-z0-9]+/g) ?? [])
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
}
