/** Numbers as they are read in either language. Pure, and the same on every machine. */

/** Digits in groups of three, the same in both languages: a narrow space is read everywhere. */
export function grouped(count: number): string {
  return inGroups(String(Math.round(count)))
}

/** So many decimals; the comma is Russian (`ru`). */
export function decimalText(value: number, language: string, decimals: number): string {
  const [whole = '', part] = value.toFixed(decimals).split('.')
  return part === undefined
    ? inGroups(whole)
    : `${inGroups(whole)}${language === 'ru' ? ',' : '.'}${part}`
}

const inGroups = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '\u202f')
