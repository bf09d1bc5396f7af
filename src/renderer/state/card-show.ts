/** Where the answer of a card can be seen to hold: its drill, or the built-in scenario. */
import type { Card } from '../../shared/cards/deck'
import { parseScenario } from '../../shared/scenario/parse'
import { textIn } from '../../shared/scenario/text'
import { beginDrillById } from './drill-by-id'
import { openCopy } from './files'
import { getHost } from './host'
import { useSettings } from './settings'

export async function showCase(show: NonNullable<Card['show']>): Promise<void> {
  if ('drill' in show) {
    await beginDrillById(show.drill)
    return
  }
  const listed = await getHost().call('listTemplates', {})
  const template = listed.ok ? listed.value.find(({ id }) => id === show.template) : undefined
  const parsed = template && parseScenario(template.text)
  if (!template || !parsed?.ok) return
  openCopy(textIn(parsed.value.title, useSettings.getState().language), template.text)
}
