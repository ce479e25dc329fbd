import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { EnrollmentAnswer, SheetAnswer } from '#domain/contracts/enrollment.ts'
import { PrintedSheet } from '#client/enroll/PrintedSheet.tsx'
import { savePdf } from '#client/enroll/save-pdf.ts'
import { SheetView } from '#client/enroll/SheetView.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Switch } from '#client/ui/FilterBar.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import { useKeys } from '#client/ui/keys.ts'

type SheetPanelProps = { draft: EnrollmentAnswer; /** The code on the screen; null: the guide without one. */ code: string | null; onClose: () => void }

/** The printed page in the patient's language: seen first, then printed or kept as PDF. Letters that the PDF lacks are said. */
export function SheetPanel({ draft, code, onClose }: SheetPanelProps) {
  const translate = useTranslate()
  const [language, setLanguage] = useState(draft.language)
  const { data, error, refetch } = useRead<SheetAnswer>('sheets', { path: `/enrollments/${draft.id}/sheet`, body: { code, language } })
  const print = () => window.print()
  return (
    <Panel title={translate(code ? 'enroll.sheet' : 'enroll.guide')} width={720} onClose={onClose}>
      <SheetKeys onPrint={print} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Switch label={translate('enroll.sheet_language')} value={language} onChange={setLanguage} options={[{ value: 'en', text: 'English' }, { value: 'es', text: 'Español' }]} />
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting rows={6} /> : null}
        {data ? (
          <>
            {data.missing ? <Note icon="late" tone="due">{data.missing.sentence}</Note> : null}
            <Box sx={{ border: '1px solid', borderColor: 'line', borderRadius: 1, maxHeight: 360, overflowY: 'auto' }} tabIndex={0} role="group" aria-label={data.view.title}>
              <SheetView view={data.view} />
            </Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              <Button variant="contained" onClick={print} autoFocus>
                {translate('enroll.print_now')} <KeyCap keys="ctrl+enter" />
              </Button>
              {data.pdf ? <Button onClick={() => savePdf(data.pdf ?? '', data.fileName)}>{translate('enroll.save_pdf')}</Button> : null}
            </Box>
            <PrintedSheet view={data.view} />
          </>
        ) : null}
      </Box>
    </Panel>
  )
}

/** Its keys belong to the layer above the panel's own, which silences the screen beneath. */
function SheetKeys({ onPrint }: { onPrint: () => void }) {
  useKeys([{ keys: 'ctrl+enter', group: 'act', label: 'enroll.key_print', run: onPrint }])
  return null
}
