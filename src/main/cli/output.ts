/** Results go to standard output and messages to standard error, each a line or more, and nothing else does. */
import type { Problem } from '../../shared/base/problem'

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** One object, for machines. */
export function printJson(content: object): void {
  print(JSON.stringify(content, null, 2))
}

export function complain(text: string): void {
  process.stderr.write(`dryrun: ${text}\n`)
}

/** Problems of a file, each with its place: `orders.dryrun.json: connections[2].to: ...`. */
export function complainAbout(file: string, problems: readonly Problem[]): void {
  for (const problem of problems) complain(placed(file, problem))
}

function placed(file: string, { path, message }: Problem): string {
  return path === '' ? `${file}: ${message}` : `${file}: ${path}: ${message}`
}

/** Who reads us may stop reading (`dryrun run ... | head`): that ends the output, and is no error. */
export function surviveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit()
    })
  }
}
