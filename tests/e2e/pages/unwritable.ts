/** A folder that nothing can be written to, for whoever runs the tests: permissions do not stop root, a mount does. */
import { spawnSync } from 'node:child_process'
import { chmod } from 'node:fs/promises'

/** Makes it so and says how to undo it; undefined where this machine does not let us. */
export async function madeReadOnly(folder: string): Promise<(() => Promise<void>) | undefined> {
  if (process.getuid?.() !== 0) {
    await chmod(folder, 0o555)
    return () => chmod(folder, 0o755)
  }
  const bound = spawnSync('mount', ['--bind', folder, folder])
  if (bound.status !== 0) return undefined
  const undo = async () => {
    spawnSync('umount', [folder])
  }
  const locked = spawnSync('mount', ['-o', 'remount,bind,ro', folder])
  if (locked.status === 0) return undo
  await undo()
  return undefined
}
