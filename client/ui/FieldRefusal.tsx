import Box from '@mui/material/Box'
import { Icon } from '#client/ui/Icon.tsx'

/** Why a field is not accepted, under it. */
export function FieldRefusal({ id, children }: { id: string; children: string }) {
  return (
    <Box id={id} sx={{ display: 'flex', gap: 0.75, alignItems: 'center', typography: 'table', color: 'late', mt: 0.5 }}>
      <Icon name="late" size={14} /> {children}
    </Box>
  )
}
