/** Opening what a crash left behind: nothing on disk is touched, and a newer file is shown beside it. */
import type { CallOutput } from '../../shared/host/contract'
import { parseScenario } from '../../shared/scenario/parse'
import type { Scenario } from '../../shared/scenario/scenario'
import { askAboutConflict } from './conflict'
import type { Origin } from './document'
import { getHost } from './host'
import { adoptCopies } from './recovery'
import { showProblems, showText, whenSafe } from './show-document'

type Answer = Extract<CallOutput<'readRecovery'>, { ok: true }>['value']

export function openRecovered(draft: string): void {
  whenSafe(async () => {
    const answer = await getHost().call('readRecovery', { draft, claim: true })
    if (!answer.ok) {
      showProblems('', answer.problems)
      return
    }
    adoptCopies(draft)
    show(answer.value)
  })
}

/** Drops the copies of work that the user does not want back. */
export async function discardRecovered(draft: string): Promise<void> {
  await getHost().call('dropRecovery', { draft })
}

function show(recovered: Answer): void {
  const { draft, text, title, disk, name, folder, handle } = recovered
  const place = { ...(name === null ? {} : { name }), ...(folder === null ? {} : { folder }) }
  if (disk === null || handle === null) {
    showText(title, text, { readOnly: false }, { draft, saved: null })
    return
  }
  if (disk.state === 'gone') {
    const origin: Origin = { ...place, handle, readOnly: false, gone: true }
    showText(name ?? title, text, origin, { draft, saved: null })
    return
  }
  const { revision, readOnly } = disk
  const saved = parsedOrNull(disk.text)
  if (!showText(name ?? title, text, { ...place, handle, revision, readOnly }, { draft, saved })) {
    return
  }
  if (disk.state === 'changed') {
    askAboutConflict({
      about: 'recovered',
      name: name ?? title,
      mineAt: recovered.keptAt,
      disk: { ...disk, handle },
    })
  }
}

function parsedOrNull(text: string): Scenario | null {
  const parsed = parseScenario(text)
  return parsed.ok ? parsed.value : null
}
