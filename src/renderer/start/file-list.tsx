/** Files that the host knows, to be opened by one click. */
import { FileText } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../shared/host/contract'
import { getHost } from '../state/host'
import { useSettings } from '../state/settings'
import './file-list.css'

export type FileEntry = Extract<CallOutput<'listRecent'>, { ok: true }>['value'][number]

const NONE: readonly FileEntry[] = []

/** The host's answer, or nothing until there is one. A failing list is an empty one: opening says why. */
export function useFiles(call: 'listRecent' | 'listFolder'): readonly FileEntry[] {
  const [files, setFiles] = useState(NONE)
  useEffect(() => {
    let gone = false
    void getHost()
      .call(call, {})
      .then((answer) => {
        if (!gone && answer.ok) setFiles(answer.value)
      })
    return () => {
      gone = true
    }
  }, [call])
  return files
}

export function FileList({
  label,
  empty,
  files,
  onOpen,
}: {
  readonly label: string
  /** What to say without files; without it the list is not shown then. */
  readonly empty?: string
  readonly files: readonly FileEntry[]
  readonly onOpen: (handle: string) => void
}) {
  const { t } = useTranslation('start')
  const language = useSettings((settings) => settings.language)
  if (files.length === 0 && empty === undefined) return null
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section className="files" aria-label={label}>
      <h2 className="start-heading">{label}</h2>
      {files.length === 0 && <p className="files-empty">{empty}</p>}
      <ul>
        {files.map((file) => (
          <li key={file.handle}>
            <button
              type="button"
              className="file"
              disabled={file.missing}
              onClick={() => onOpen(file.handle)}
            >
              <FileText size={16} aria-hidden="true" />
              <span className="file-name">{file.name}</span>
              <span className="file-folder" title={file.folder}>
                {file.missing ? t('missing') : file.folder}
              </span>
              <time className="file-when">{when.format(file.changedAt)}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
