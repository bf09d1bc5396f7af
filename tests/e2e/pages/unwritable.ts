/** A folder that not even root can write to: permissions do not stop root, a read-only mount does. */
import { spawnSync } from 'node:child_process'

/** Makes it so and gives what undoes it; undefined where this machine does not let us. */
export function mountedReadOnly(folder: string): (() => void) | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const isDone = (...options: readonly string[]) => spawnSync('mount', options).status === 0
  if (!isDone('--bind', folder, folder)) return undefined
  const undo = () => void spawnSync('umount', [folder])
  if (isDone('-o', 'remount,bind,ro', folder)) return undo
  undo()
  return undefined
}
