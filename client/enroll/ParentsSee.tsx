import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { Card } from '#client/ui/Card.tsx'

/** What a minor's parents go on seeing by the portal's rule, and that they are not told of the enrollment. */
export function ParentsSee({ name, view }: { name: string; view: NonNullable<EnrollmentAnswer['parentsSee']> }) {
  const translate = useTranslate()
  const seen = view.capabilities.map((one) => translate(`enroll.may.${one}`)).join(', ')
  return (
    <Card title={translate('enroll.parents')}>
      <Box sx={{ display: 'grid', gap: 1, typography: 'table', color: 'ink2' }}>
        <p>{seen ? translate('enroll.parents_see', { what: seen }) : translate('enroll.parents_nothing')}</p>
        <p>{translate('enroll.parents_same', { name })}</p>
        <Box component="p" sx={{ color: 'ink', fontWeight: 500 }}>{translate('enroll.parents_not_told', { name })}</Box>
      </Box>
    </Card>
  )
}
