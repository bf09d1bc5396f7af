/** Connections that are cut for a while, half a line by half where its broker is not drawn. */
import type { Publication } from '../engine/op'
import { type Line, publicationsAlong, sharing } from '../engine/program'
import { anyOf, choose, comment, type Writing } from './writing'

/** A bit for everything that can be cut; none where nothing is. */
export function cutBits({ program }: Writing): string[] {
  const places = program.places.flatMap(({ at }, place) => (at === 'cut' ? [place] : []))
  if (places.length === 0) return []
  return [
    comment('Connections that are cut.'),
    ...places.map((place) => `bit cut_${place}; ${comment(titleOf(program.lines, place))}`),
  ]
}

function titleOf(lines: readonly Line[], place: number): string {
  const half = lines.find(({ publisherHalf }) => publisherHalf?.cut === place)
  if (half !== undefined) return `${half.id}, up to its broker`
  const line = lines.find(({ cut }) => cut === place)
  return `${line?.id ?? ''}${line?.publisherHalf === undefined ? '' : ', from its broker on'}`
}

/** Whether nothing travels on the line; of one that implies its broker, to the consumer. */
export function isCut({ program }: Writing, line: number | undefined): string {
  const cut = program.lines[line ?? -1]?.cut
  return cut === undefined ? 'false' : `cut_${cut}`
}

/** Whether the publisher cannot reach a broker of its event. */
export function isHeldUp({ program }: Writing, { lines }: Publication): string {
  const bits = lines.flatMap((index) => {
    const line = program.lines[index]
    if (line?.publisherHalf !== undefined) return [`cut_${line.publisherHalf.cut}`]
    const leadsToBroker = program.services[line?.to ?? -1]?.kind === 'broker'
    return leadsToBroker && line?.cut !== undefined ? [`cut_${line.cut}`] : []
  })
  return anyOf([...new Set(bits)])
}

/** Each may be cut at any time, at a price, and heals at any time. */
export function cutting(writing: Writing): string[] {
  const { lines } = writing.program
  return lines.flatMap((line) => {
    if (line.cut === undefined) return []
    const { publisherHalf } = line
    const whole = publisherHalf === undefined ? unconfirmed(writing, [line]) : 'skip'
    const isFirst = publisherHalf?.line === line.index
    return [
      ...steps(line.cut, whole),
      ...(publisherHalf !== undefined && isFirst
        ? steps(publisherHalf.cut, unconfirmed(writing, sharing(writing.program, line)))
        : []),
    ]
  })
}

function steps(place: number, follows: string): string[] {
  return [
    `:: d_step { can(partition) && !cut_${place} && !halted -> spend(partition); cut_${place} = 1; ${follows}; skip }`,
    `:: d_step { cut_${place} && !halted -> cut_${place} = 0 }`,
  ]
}

/** Who waits for a confirm along these lines waits in vain. */
function unconfirmed({ program }: Writing, along: readonly Line[]): string {
  const publications = publicationsAlong(program, along)
  const reaches = along.some(
    ({ publisherHalf, to }) =>
      publisherHalf !== undefined || program.services[to]?.kind === 'broker',
  )
  const ways = program.ops.flatMap((op): [string, string][] =>
    op.op === 'publish' && op.confirm && publications.includes(op.publication)
      ? [[`it[x].at == ${op.confirming}`, missed(op)]]
      : [],
  )
  return reaches && ways.length > 0 ? `for (x : 0 .. LAST) { ${choose(ways)} }` : 'skip'
}

/** A confirm that does not come: what an idempotent producer repeats will be recognised. */
export function missed(op: { readonly unconfirmed: number; readonly isIdempotent: boolean }) {
  return `it[x].at = ${op.unconfirmed}${op.isIdempotent ? '; it[x].known = 1' : ''}`
}
