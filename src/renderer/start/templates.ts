/** The built-in scenarios, read and drawn once a page. */
import { useEffect, useState } from 'react'
import type { TemplateGroup } from '../../shared/host/contract'
import type { Scenario } from '../../shared/scenario/scenario'
import { getHost } from '../state/host'

export interface Template {
  readonly id: string
  readonly group: TemplateGroup
  readonly text: string
  readonly scenario: Scenario
}

let known: readonly Template[] | undefined

async function load(): Promise<readonly Template[]> {
  const answer = await getHost().call('listTemplates', {})
  if (!answer.ok) return []
  // Not checked once more: the tests have found them right, and whoever opens one has it parsed strictly.
  return answer.value.map((one) => ({ ...one, scenario: JSON.parse(one.text) as Scenario }))
}

/** `undefined` until the host has answered. */
export function useTemplates(): readonly Template[] | undefined {
  const [templates, setTemplates] = useState(known)
  useEffect(() => {
    if (known) return
    void load().then((loaded) => {
      known = loaded
      setTemplates(loaded)
    })
  }, [])
  return templates
}
