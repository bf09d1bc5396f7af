/**
 * What is due when: a binary heap in typed arrays, ties in the order of their coming. Holds small integers,
 * never objects, so that a million events cost no garbage.
 */
export class EventQueue {
  private times = new Float64Array(1_024)
  private orders = new Float64Array(1_024)
  private items = new Int32Array(1_024)
  private count = 0
  private added = 0

  get length(): number {
    return this.count
  }

  /** When the first is due; Infinity where there is none. */
  get firstAt(): number {
    return this.count === 0 ? Number.POSITIVE_INFINITY : (this.times[0] as number)
  }

  add(at: number, item: number): void {
    if (this.count === this.items.length) this.grow()
    const order = this.added
    this.added += 1
    let index = this.count
    this.count += 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      // What comes later is behind its like: no order needs to be looked at on the way up.
      if ((this.times[parent] as number) <= at) break
      this.place(index, parent)
      index = parent
    }
    this.times[index] = at
    this.orders[index] = order
    this.items[index] = item
  }

  /** Takes the first; -1 where there is none. */
  take(): number {
    if (this.count === 0) return -1
    const first = this.items[0] as number
    this.count -= 1
    if (this.count > 0) this.sink(this.count)
    return first
  }

  /** Puts the last one into the gap at the top and lets it sink. */
  private sink(last: number): void {
    const at = this.times[last] as number
    const order = this.orders[last] as number
    const item = this.items[last] as number
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= this.count) break
      if (child + 1 < this.count && this.isBefore(child + 1, child)) child += 1
      const childAt = this.times[child] as number
      if (childAt > at || (childAt === at && (this.orders[child] as number) > order)) break
      this.place(index, child)
      index = child
    }
    this.times[index] = at
    this.orders[index] = order
    this.items[index] = item
  }

  private isBefore(a: number, b: number): boolean {
    const [atA, atB] = [this.times[a] as number, this.times[b] as number]
    return atA < atB || (atA === atB && (this.orders[a] as number) < (this.orders[b] as number))
  }

  private place(index: number, from: number): void {
    this.times[index] = this.times[from] as number
    this.orders[index] = this.orders[from] as number
    this.items[index] = this.items[from] as number
  }

  private grow(): void {
    const [times, orders, items] = [this.times, this.orders, this.items]
    this.times = new Float64Array(2 * times.length)
    this.orders = new Float64Array(2 * orders.length)
    this.items = new Int32Array(2 * items.length)
    this.times.set(times)
    this.orders.set(orders)
    this.items.set(items)
  }
}
