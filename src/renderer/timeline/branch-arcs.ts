/** Where the branches of a run part from the one that is shown. Pure; knows a branch's family and length only. */

export interface BranchLine {
  readonly id: number
  readonly parent?: number | undefined
  /** The position of the parent at which this one began. */
  readonly fromPosition: number
  /** How many steps it has in all, those shared with its parent included. */
  readonly length: number
}

export interface BranchArc {
  readonly id: number
  /** The last position that it has in common with the branch shown. */
  readonly from: number
  readonly to: number
  /** 0 is the lowest; arcs that overlap lie in different lanes. */
  readonly lane: number
}

/** A branch and what it came from, nearest first. */
function ancestry(lines: ReadonlyMap<number, BranchLine>, id: number): readonly BranchLine[] {
  const found: BranchLine[] = []
  let line = lines.get(id)
  while (line && found.length <= lines.size) {
    found.push(line)
    line = line.parent === undefined ? undefined : lines.get(line.parent)
  }
  return found
}

/** The last position that two branches have in common. */
export function partingPosition(all: readonly BranchLine[], a: number, b: number): number {
  const lines = new Map(all.map((line) => [line.id, line]))
  const onA = ancestry(lines, a)
  const onB = ancestry(lines, b)
  const common = onA.find((line) => onB.some((other) => other.id === line.id))
  // Everything below the common ancestor left it, or left something that had left it before.
  const below = (path: readonly BranchLine[]) =>
    path.slice(0, common ? path.findIndex((line) => line.id === common.id) : path.length)
  const left = [...below(onA), ...below(onB)].map((line) => line.fromPosition)
  return Math.min(lines.get(a)?.length ?? 0, lines.get(b)?.length ?? 0, ...left)
}

/** Arcs of all branches but the one shown, by where they leave it, in as few lanes as hold them apart. */
export function branchArcs(all: readonly BranchLine[], shown: number): readonly BranchArc[] {
  const others = all
    .filter((line) => line.id !== shown)
    .map((line) => ({ id: line.id, from: partingPosition(all, line.id, shown), to: line.length }))
    .sort((a, b) => a.from - b.from || a.id - b.id)
  const laneEnds: number[] = []
  return others.map((arc) => {
    const free = laneEnds.findIndex((end) => end < arc.from)
    const lane = free === -1 ? laneEnds.length : free
    laneEnds[lane] = arc.to
    return { ...arc, lane }
  })
}
