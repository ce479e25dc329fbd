import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import { useTranslate } from 'ra-core'
import type { ShownCode } from '#domain/contracts/enrollment.ts'
import { inGroups } from '#client/enroll/code-state.ts'
import { patientWords, type PatientLanguage } from '#client/enroll/patient-words.ts'
import { Clock } from '#client/ui/Clock.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { QrCode } from '#client/ui/QrCode.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { useNow } from '#client/ui/ticking.ts'

type PatientSideProps = { code: ShownCode; language: PatientLanguage; onClose: () => void }

/** The screen turned to the patient: only the code, in the patient's language. No name, nothing of the record, nothing of the console. */
export function PatientSide({ code, language, onClose }: PatientSideProps) {
  const translate = useTranslate()
  const now = useNow()
  const words = patientWords[language]
  const until = Date.parse(code.endsAt)
  useKeys([{ keys: 'f', group: 'act', label: 'enroll.key_full', run: onClose }], true)
  return (
    <Dialog open fullScreen onClose={onClose} transitionDuration={0} slotProps={{ paper: { 'aria-label': translate('enroll.full'), sx: { borderRadius: 0 } } }}>
      <Box lang={language} sx={{ minHeight: '100%', display: 'grid', alignContent: 'center', justifyItems: 'center', gap: 2, p: 3, textAlign: 'center', bgcolor: 'surface' }}>
        {until > now ? (
          <>
            <Box component="p" sx={{ typography: 'figure' }}>{words.scan}</Box>
            <Box sx={{ p: 2, bgcolor: 'common.white', borderRadius: 1.25, lineHeight: 0 }}>
              <QrCode text={code.url} label={translate('enroll.qr')} size="min(52vh, 80vw)" />
            </Box>
            <Box component="p" sx={{ typography: 'h1', fontWeight: 400, overflowWrap: 'anywhere' }}>{words.or_type.replace('%{url}', code.shortUrl)}</Box>
            <Box component="p" sx={{ fontSize: 'clamp(2.25rem, 8vh, 4.5rem)', lineHeight: 1.1, fontWeight: 650, letterSpacing: '0.06em' }}>{inGroups(code.code)}</Box>
            <Box component="p" sx={{ typography: 'lead', fontWeight: 400, color: 'ink2' }}>
              {words.with_birth} {words.ends} <Clock until={until} />.
            </Box>
          </>
        ) : (
          <Box component="p" sx={{ typography: 'figure' }}>{words.ended}</Box>
        )}
      </Box>
      <Box sx={{ position: 'absolute', top: 8, insetInlineEnd: 8 }}>
        <IconButton type="button" aria-label="Esc" title={translate('enroll.full_close')} onClick={onClose}>
          <KeyCap keys="escape" />
        </IconButton>
      </Box>
    </Dialog>
  )
}
