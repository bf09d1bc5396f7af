/** The branches of the run: where each left, what was chosen there, and the way to it. */
import { useTranslation } from 'react-i18next'
import { type RunBranch, useRun } from '../state/run'
import { useStepSentence } from '../state/step-sentence'
import { Button } from '../ui/button'
import { Menu, MenuItem } from '../ui/menu'

const NONE: readonly RunBranch[] = []

export function BranchMenu() {
  const { t } = useTranslation('run')
  const branches = useRun((run) => run.branches?.all ?? NONE)
  return (
    <Menu align="end" trigger={<Button>{t('branches', { count: branches.length })}</Button>}>
      <BranchItems branches={branches} />
    </Menu>
  )
}

/** Apart from the button: drawn only while the menu is open. */
function BranchItems({ branches }: { readonly branches: readonly RunBranch[] }) {
  const { t } = useTranslation('run')
  const sentenceOf = useStepSentence()
  const shown = useRun((run) => run.branchId)
  const switchBranch = useRun((run) => run.switchBranch)
  return branches.map((branch) => {
    const chosen = branch.trace.steps[branch.fromPosition]
    const left = branch.parent !== undefined
    return (
      <MenuItem
        key={branch.id}
        checked={branch.id === shown}
        onSelect={() => switchBranch(branch.id)}
        hint={`${left ? `${t('branch.left', { position: branch.fromPosition })} · ` : ''}${t(
          'branch.length',
          { count: branch.trace.steps.length },
        )}`}
      >
        {left && chosen ? sentenceOf(chosen) : t('branch.main')}
      </MenuItem>
    )
  })
}
