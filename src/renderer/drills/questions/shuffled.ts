/** Items in an order that is not their own, the same each time: a question must not give itself away. */
import { hashText } from '../../../shared/base/random'

export function shuffled<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const mixed = items.toSorted((a, b) => hashText(a.id) - hashText(b.id))
  const isSame = mixed.every((one, at) => one === items[at])
  return isSame ? mixed.toReversed() : mixed
}
