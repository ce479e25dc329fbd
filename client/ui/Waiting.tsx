import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'
import { useTranslate } from 'ra-core'

/** Loading is shown only when it takes longer than this, in milliseconds. */
export const SHOWN_AFTER = 300
const widths = ['34%', '46%', '28%', '40%']

/** Grey bars in the shape of what comes. */
export function SkeletonRows({ rows = 4 }: { rows?: number }) {
  const translate = useTranslate()
  return (
    <Box role="status" aria-label={translate('ui.loading')} sx={{ display: 'grid', gap: 3.5, p: 2 }}>
      {Array.from({ length: rows }, (_, row) => (
        <Box key={row} aria-hidden sx={{ display: 'flex', justifyContent: 'space-between' }}>
          <Box sx={{ height: 12, borderRadius: 1, bgcolor: 'sunken', width: widths[row % 4] }} />
          <Box sx={{ height: 12, borderRadius: 1, bgcolor: 'sunken', width: '18%' }} />
        </Box>
      ))}
    </Box>
  )
}

/** Nothing for 300 ms, then the skeleton: a quick answer never flickers. */
export function Waiting({ rows }: { rows?: number }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER)
    return () => clearTimeout(timer)
  }, [])
  return <div aria-busy="true">{shown ? <SkeletonRows rows={rows} /> : null}</div>
}
