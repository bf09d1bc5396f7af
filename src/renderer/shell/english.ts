/** The English catalogue, fetched as one. */
const files = import.meta.glob<Readonly<Record<string, string>>>(
  '../../../resources/locales/en/*.json',
  { eager: true, import: 'default' },
)

/** By namespace: the name of its file. */
export const ENGLISH = Object.fromEntries(
  Object.entries(files).map(([path, texts]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
    texts,
  ]),
)
