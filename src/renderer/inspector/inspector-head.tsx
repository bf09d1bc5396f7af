/** What is being looked at. */

export function InspectorHead({ title, kind }: { readonly title: string; readonly kind: string }) {
  return (
    <header>
      <h2 className="inspector-title">{title}</h2>
      <p className="inspector-kind">{kind}</p>
    </header>
  )
}
