/** All the right ones of several. */
import { type Text, textIn } from '../../../shared/scenario/text'
import { useDrill } from '../../state/drill'
import { useSettings } from '../../state/settings'

export function ChooseForm({
  id,
  options,
}: {
  readonly id: string
  readonly options: readonly { readonly id: string; readonly text: Text }[]
}) {
  const language = useSettings((settings) => settings.language)
  const given = useDrill((state) => state.session.answers[id])
  const chosen = Array.isArray(given) ? given : []
  const toggle = (option: string) => {
    const without = chosen.filter((one) => one !== option)
    const next = without.length === chosen.length ? [...chosen, option] : without
    useDrill.getState().answer(id, next)
  }
  return (
    <ul className="question-options">
      {options.map((option) => (
        <li key={option.id}>
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(option.id)}
              onChange={() => toggle(option.id)}
            />
            <span>{textIn(option.text, language)}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
