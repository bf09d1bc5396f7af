/** A thing with one field changed; `undefined` takes an optional field away instead of storing it. */
export function withField<T extends object, Field extends keyof T>(
  thing: T,
  field: Field,
  value: T[Field] | undefined,
): T {
  const copy = { ...thing }
  if (value === undefined) delete copy[field]
  else copy[field] = value
  return copy
}

/** A list with the item at `place` replaced, or without it. */
export function withItem<T>(list: readonly T[], place: number, item: T | undefined): T[] {
  return item === undefined ? list.toSpliced(place, 1) : list.with(place, item)
}

/** Where the item at `place` is after `withMoved(list, from, to)`. */
export function placeAfterMove(place: number, from: number, to: number): number {
  if (place === from) return to
  if (from < place && place <= to) return place - 1
  return to <= place && place < from ? place + 1 : place
}

/** A list with the item at `from` moved to where it is the `to`th. */
export function withMoved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from]
  return item === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, item)
}
