/** Whose keyboard it is. */
export const IS_MAC = /mac/i.test(globalThis.navigator?.userAgent ?? '')
