/** Work that must not overlap: what is asked for under one name is done in the order of asking. */

const queues = new Map<string, Promise<unknown>>()

/** Runs a task when those asked for earlier under the same name have ended, however they ended. */
export async function inTurn<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
  const turn = (queues.get(name) ?? Promise.resolve()).then(task)
  const settled = turn.catch(() => undefined)
  queues.set(name, settled)
  try {
    return await turn
  } finally {
    if (queues.get(name) === settled) queues.delete(name)
  }
}
