/** Reading through an immer draft without paying for it: immer makes a proxy of every element it shows. */
import { isDraft, original } from 'immer'

/** The list as it was before the current edit. Only for reading, and before the edit changes the list. */
export function undrafted<T>(list: readonly T[]): readonly T[] {
  return isDraft(list) ? (original<object>(list) as readonly T[]) : list
}
