import Box from '@mui/material/Box'
import type { SheetWords } from '#domain/contracts/enrollment.ts'
import { inGroups } from '#client/enroll/code-state.ts'
import { QrCode } from '#client/ui/QrCode.tsx'

/** The page that a patient takes along: whose it is, the steps, the code, whom to call. Dark on light, as paper is. */
export function SheetView({ view }: { view: SheetWords }) {
  return (
    <Box lang={view.language} sx={{ p: 3, display: 'grid', gap: 2, bgcolor: 'common.white', color: 'common.black' }}>
      <div>
        <Box component="p" sx={{ typography: 'table' }}>{view.practiceName} · {view.portalName}</Box>
        <Box component="h3" sx={{ typography: 'h1' }}>{view.title}</Box>
        <Box component="p" sx={{ typography: 'lead' }}>{view.name}</Box>
      </div>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
        {view.url ? <QrCode text={view.url} label={view.shortUrl} size={150} /> : null}
        <div>
          <Box component="p" sx={{ typography: 'lead', fontWeight: 400 }}>{view.shortUrl}</Box>
          {view.code ? <Box component="p" sx={{ fontSize: '2rem', lineHeight: 1.2, fontWeight: 650, letterSpacing: '0.06em' }}>{inGroups(view.code.replace(/\s/g, ''))}</Box> : null}
        </div>
      </Box>
      <Box component="ol" sx={{ listStyle: 'decimal', pl: 3, display: 'grid', gap: 0.5 }}>
        {view.steps.map((step) => <li key={step}>{step}</li>)}
      </Box>
      {view.notes.map((note) => <p key={note}>{note}</p>)}
      {view.helpline ? <p>{view.helpline}</p> : null}
      <Box component="p" sx={{ fontWeight: 600 }}>{view.emergency}</Box>
    </Box>
  )
}
