/** The branches of the run: where each left, what was chosen there, and the way to it. */
import { useTranslation } from 'react-i18next'
import { walkBranch } from '../commands/walk'
import { useRun } from '../state/run'
import { useStepSentence } from '../state/step-sentence'
import { Button } from '../ui/button'
import { Menu, MenuItem } from '../ui/menu'

export function BranchMenu() {
  const { t } = useTranslation('run')
  const count = useRun((run) => run.branches?.all.length ?? 0)
  return (
    <Menu align="end" trigger={<Button>{t('branches', { count })}</Button>}>
      <BranchItems />
    </Menu>
  )
}

/** Apart from the button: drawn only while the menu is open. */
function BranchItems() {
  const { t } = useTranslation('run')
  const sentenceOf = useStepSentence()
  const branches = useRun((run) => run.branches)
  const shown = useRun((run) => run.branchId)
  return branches?.all.map((branch) => {
    const chosen = branch.trace.steps[branch.fromPosition]
    const left = branch.parent !== undefined
    return (
      <MenuItem
        key={branch.id}
        checked={branch.id === shown}
        onSelect={() => walkBranch(branch.id)}
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
