import Box from '@mui/material/Box'
import { useLocale, useTranslate } from 'ra-core'
import { reasons, refusalOf, type ReasonCode } from '#domain/reasons.ts'
import type { NoticePreview, ViewerPreview } from '#domain/contracts/results.ts'

/** The exact mail, once for each wording, to whom it goes, and who is told nothing and why. */
export function NoticesTold({ notices, viewers }: { notices: readonly NoticePreview[]; viewers: readonly ViewerPreview[] }) {
  const translate = useTranslate()
  const language = useLocale() === 'es' ? 'es' : 'en'
  const nameOf = (id: string) => viewers.find(({ viewer }) => viewer === id)?.name ?? ''
  const mails = [...Map.groupBy(notices.filter(({ channel }) => channel === 'email'), (one) => `${one.subject}\n${one.body}`).values()]
  const untold = notices.filter(({ channel }) => channel === 'none')
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {mails.map((some) => {
        const [mail] = some
        return mail ? (
          <Box key={mail.subject + mail.language} sx={{ p: 1.5, borderRadius: 1, bgcolor: 'sunken', border: '1px solid', borderColor: 'line' }}>
            <Box sx={{ typography: 'small', color: 'ink2' }}>{translate('results.mail_to', { names: some.map(({ viewer }) => nameOf(viewer)).join(', '), language: translate(mail.language === 'es' ? 'results.in_spanish' : 'results.in_english') })}</Box>
            <Box lang={mail.language} sx={{ fontWeight: 600 }}>{mail.subject}</Box>
            <Box lang={mail.language} sx={{ typography: 'table', whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxHeight: 180, overflowY: 'auto' }} tabIndex={0}>{mail.body}</Box>
          </Box>
        ) : null
      })}
      {untold.map(({ viewer, why }) => (
        <Box key={viewer} sx={{ typography: 'table', color: 'ink2' }}>{translate('results.not_told', { name: nameOf(viewer), why: why !== null && why in reasons ? refusalOf(why as ReasonCode, language).message : '' })}</Box>
      ))}
      {notices.length === 0 ? <Box sx={{ typography: 'table', color: 'ink2' }}>{translate('results.nobody_told')}</Box> : <Box sx={{ typography: 'small', color: 'ink2' }}>{translate('results.no_content')}</Box>}
    </Box>
  )
}
