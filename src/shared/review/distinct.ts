/** The first of each sort: what is wrong with one line is said once, however many handlers use it. */
export function firstOfEach<T>(list: readonly T[], sortOf: (one: T) => string): readonly T[] {
  const known = new Set<string>()
  return list.filter((one) => {
    const sort = sortOf(one)
    if (known.has(sort)) return false
    known.add(sort)
    return true
  })
}
