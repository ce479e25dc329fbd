import Box from '@mui/material/Box'
import type { ParentPageAnswer } from '#domain/contracts/proxy-access.ts'
import { sheetWords } from '#client/proxy-access/sheet-words.ts'
import { dateText } from '#client/ui/format.ts'

/** The sheet itself: dark on white in any theme, in the parent's own language. */
export function ParentSheet({ page }: { page: ParentPageAnswer }) {
  const words = sheetWords[page.language]
  const day = (date: string) => dateText(date, page.language)
  const cell = { px: 1, py: 0.5, borderTop: '1px solid', borderColor: 'line2', textAlign: 'left', fontWeight: 400 } as const
  return (
    <Box component="article" lang={page.language} data-theme="light" sx={{ color: 'ink', bgcolor: 'surface', p: { xs: 2, sm: 3 }, borderRadius: 1, '@media print': { p: 0 } }}>
      <Box component="p" sx={{ typography: 'table' }}>
        {page.practiceName} · {page.portalName}
      </Box>
      <Box component="h2" sx={{ typography: 'h1', mt: 1 }}>
        {words.title(page.patientName)}
      </Box>
      <p>{words.forWhom(page.personName)}</p>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', my: 2 }}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...cell, borderTop: 0 }}>{words.what}</Box>
            <Box component="th" scope="col" sx={{ ...cell, borderTop: 0 }}>{words.on(day(page.atOn))}</Box>
            {page.withOn ? <Box component="th" scope="col" sx={{ ...cell, borderTop: 0 }}>{words.from(day(page.withOn))}</Box> : null}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.capability}>
              <Box component="th" scope="row" sx={cell}>{row.name}</Box>
              <Box component="td" sx={cell}>{words.answer[row.first]}</Box>
              {page.withOn && row.second ? (
                <Box component="td" sx={{ ...cell, fontWeight: row.second === row.first ? 400 : 600 }}>
                  {row.second === row.first ? words.answer[row.second] : words.changed(words.answer[row.second])}
                </Box>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Box>
      {page.sentences.map((sentence) => (
        <Box component="p" key={sentence} sx={{ mb: 1 }}>
          {sentence}
        </Box>
      ))}
      {page.helpline ? <p>{words.help(page.helpline, page.tty)}</p> : null}
    </Box>
  )
}
