/**
 * Which place a thing has in the list says nothing: after each step the list is put in order, so that the
 * checker does not tell states apart that are the same.
 */
import { comment } from './writing'

const FIELDS = [
  'at',
  'key',
  'ord',
  'pos',
  'outcome',
  'deliveries',
  'attempt',
  'replied',
  'known',
  'runs',
  'q',
  'link',
] as const
const COMPARED = FIELDS.slice(0, 9)

export function tidying(): string {
  const swaps = FIELDS.map(
    (field) => `told = it[a].${field}; it[a].${field} = it[b].${field}; it[b].${field} = told;`,
  )
  return [
    comment('Order in the list of things; whoever is waited for is still waited for.'),
    `#define before(a, b) ${laterFields(0)}`,
    'inline swap(a, b) {',
    ...swaps.map((line) => `  ${line}`),
    '  for (j : 0 .. LAST) { if :: it[j].link == a + 1 -> it[j].link = b + 1 :: it[j].link == b + 1 -> it[j].link = a + 1 :: else fi }',
    '}',
    'inline tidy() {',
    '  for (l : 1 .. LAST) {',
    '    e = l;',
    '    do :: e > 0 && before(e, (e - 1)) -> x = e - 1; swap(e, x); e-- :: else -> break od',
    '  }',
    '}',
    'inline done() { d_step { tidy(); always(); skip } }',
  ].join('\n')
}

/** What is there comes first, the free ones last. */
function laterFields(index: number): string {
  const field = COMPARED[index]
  if (field === undefined) return 'false'
  return `(it[a].${field} > it[b].${field} || (it[a].${field} == it[b].${field} && ${laterFields(index + 1)}))`
}
