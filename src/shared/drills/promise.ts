/**
 * An expression of a drill in the words of one board. A drill says `effects.charge`, `rows.order`, `@paid`;
 * the board may have two effects that charge, and five words for being paid.
 */
import { parseCondition } from '../engine/condition'
import type { PlainBoard } from './plain-words'
import { STANDINGS } from './words'

const NAME = /@(paid|rejected|open)\b|\b(intent\.effects|effects|last|rows)\.([A-Za-z_]\w*)/g

export function inWordsOf(board: PlainBoard, expression: string): string {
  return expression.replace(
    NAME,
    (whole, standing: string | undefined, root: string | undefined, word: string | undefined) => {
      const stand = STANDINGS.find((one) => one === standing)
      if (stand !== undefined) return listed(board.statuses[stand])
      if (root === undefined || word === undefined) return whole
      const table = root === 'rows' ? board.entities : board.effects
      const names = table.get(word) ?? [word]
      // A row is one thing, and so is what was last said: the first word for it is the one that is meant.
      if (root === 'rows' || root === 'last' || names.length === 1) return `${root}.${names[0]}`
      return `(${names.map((name) => `${root}.${name}`).join(' + ')})`
    },
  )
}

/** In English why this is no expression; undefined where it is one. */
export function expressionFault(expression: string): string | undefined {
  const unknown = /@\w+/.exec(expression.replace(/@(paid|rejected|open)\b/g, ''))
  if (unknown !== null) return `${unknown[0]} is none of @paid, @rejected, @open`
  const parsed = parseCondition(expression.replace(/@(paid|rejected|open)\b/g, "['paid']"))
  return typeof parsed === 'string' ? parsed : undefined
}

function listed(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`
}
