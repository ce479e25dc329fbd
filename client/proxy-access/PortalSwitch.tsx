import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { MatrixAnswer } from '#domain/contracts/proxy-access.ts'

/** Whose rules are read, where a patient is on several portals. */
export function PortalSwitch({ matrix, onChoose }: { matrix: MatrixAnswer; onChoose: (portalId: string) => void }) {
  const translate = useTranslate()
  if (matrix.portals.length < 2) return null
  return (
    <Box
      component="select"
      aria-label={translate('access.portal')}
      value={matrix.portalId}
      onChange={(event) => onChoose(event.target.value)}
      sx={{ minHeight: 32, maxWidth: '100%', px: 1, color: 'ink', bgcolor: 'surface', border: '1px solid', borderColor: 'line2', borderRadius: 0.75, fontWeight: 500, textOverflow: 'ellipsis' }}
    >
      {matrix.portals.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Box>
  )
}
