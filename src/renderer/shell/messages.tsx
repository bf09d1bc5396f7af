/** The short words of state/notices, one above another. */
import { useTranslation } from 'react-i18next'
import { useNotices } from '../state/notices'
import { Message } from '../ui/message'

export function Messages() {
  const { t } = useTranslation('app')
  const notices = useNotices((state) => state.notices)
  const dismiss = useNotices((state) => state.dismiss)
  return (
    <div className="messages">
      {notices.map((notice) => (
        <Message
          key={notice.id}
          tone={notice.tone}
          closeLabel={t('close')}
          onClose={() => dismiss(notice.id)}
        >
          {t(notice.text, { ...notice.values })}
        </Message>
      ))}
    </div>
  )
}
