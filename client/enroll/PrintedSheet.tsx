import Box from '@mui/material/Box'
import GlobalStyles from '@mui/material/GlobalStyles'
import { createPortal } from 'react-dom'
import type { SheetWords } from '#domain/contracts/enrollment.ts'
import { SheetView } from '#client/enroll/SheetView.tsx'

/** Only the sheet reaches the paper: nothing of the console is printed. */
const paper = { '@media print': { 'body > *:not([data-sheet])': { display: 'none !important' }, '@page': { margin: '18mm' }, html: { background: '#fff' } } }

/** The sheet as the printer gets it, beside the console in the page and unseen on the screen. */
export function PrintedSheet({ view }: { view: SheetWords }) {
  return (
    <>
      <GlobalStyles styles={paper} />
      {createPortal(
        <Box data-sheet aria-hidden sx={{ display: 'none', '@media print': { display: 'block', color: 'common.black', bgcolor: 'common.white' } }}>
          <SheetView view={view} />
        </Box>,
        document.body,
      )}
    </>
  )
}
