import Box from '@mui/material/Box'
import { Born } from '#client/ui/Born.tsx'
import { MrnTail } from '#client/ui/MrnTail.tsx'
import type { PlainDate } from '#domain/time.ts'

type IdentityProps = { birthDate: PlainDate; age: number; mrnTail: string }

/** The second line of who somebody is: birth date always with age, then the MRN's tail. Never cut off. */
export function Identity({ birthDate, age, mrnTail }: IdentityProps) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 2 }}>
      <Born birthDate={birthDate} age={age} />
      <MrnTail tail={mrnTail} />
    </Box>
  )
}
