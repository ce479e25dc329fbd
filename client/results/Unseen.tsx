import Box from '@mui/material/Box'
import { unseen } from '#client/ui/unseen.ts'

/** Words for screen readers alone, where eyes have a line through it or a shape. */
export function Unseen({ text }: { text: string }) {
  return <Box component="span" sx={unseen}>{text} </Box>
}
