/** Makes what the stand-in lacks an error: a silent `undefined` would let the application pass where Electron would not. */

/** The same object, except that reading an unknown property throws. `then` is asked of everything by `await`. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, property) {
      const known = property in target || typeof property === 'symbol' || property === 'then'
      if (!known) throw new Error(`the stand-in for Electron has no ${name}.${property}`)
      const value: unknown = Reflect.get(target, property)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
