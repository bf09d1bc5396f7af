/** The page without a host: opened without its address's token, or after the host has ended. */
import { useTranslation } from 'react-i18next'
import { Brand } from '../ui/brand'
import './error-boundary.css'

/** `reason` is a key of the catalogue `host`. */
export function NoHost({ reason }: { readonly reason: string }) {
  const { t } = useTranslation('app')
  return (
    <main className="broken" role="alert">
      <Brand />
      <h1>{t('noHost.title')}</h1>
      <p>{t(`host:${reason}`)}</p>
    </main>
  )
}
