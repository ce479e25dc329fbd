import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ContactCheckAnswer } from '#domain/contracts/enrollment.ts'
import { AsRead } from '#client/enroll/AsRead.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Say } from '#client/ui/Say.tsx'

/** Why a contact cannot be used: whose it is too, both addresses as the rule reads them, what to say, and the rule. */
export function ContactRefusal({ check }: { check: ContactCheckAnswer }) {
  const translate = useTranslate()
  const { refusal } = check
  if (!refusal) return null
  const whose = check.with ? translate(check.with.relationship ? `patients.relation.${check.with.relationship}` : `enroll.relation.${check.with.relation}`, { _: check.with.relationship ?? '' }) : null
  return (
    <Box
      role="alert"
      sx={{
        display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: 1.25, rowGap: 1, p: 1.75, borderRadius: 1, bgcolor: 'lateSoft', border: '1px solid',
        borderColor: 'color-mix(in srgb, var(--pd-palette-late) 45%, transparent)', '& > *': { gridColumn: 2 }, '& blockquote': { borderColor: 'late' },
      }}
    >
      <Box sx={{ gridColumn: '1 !important', color: 'late', display: 'inline-flex', pt: 0.25 }}>
        <Icon name="blocked" size={20} />
      </Box>
      <Box component="p" sx={{ typography: 'lead', gridRow: 1 }}>{refusal.message}</Box>
      {check.with?.name ? (
        <Box component="p" sx={{ color: 'ink2' }}>
          {translate('enroll.same_mailbox')} <Box component="strong" sx={{ color: 'ink', fontWeight: 600 }}>{check.with.name}</Box> ({whose}).
        </Box>
      ) : null}
      {check.with?.address ? (
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 2, rowGap: 0.25, m: 0, px: 1.25, py: 1, borderRadius: 0.75, bgcolor: 'surface', typography: 'table' }}>
          <Box component="dt" sx={{ color: 'ink3' }}>{translate('enroll.typed')}</Box>
          <dd><AsRead segments={check.typed.segments} /></dd>
          <Box component="dt" sx={{ color: 'ink3' }}>{whose}</Box>
          <dd><AsRead segments={check.with.address.segments} /></dd>
          <Box component="dt" sx={{ color: 'ink3' }}>{translate('enroll.both_read')}</Box>
          <Box component="dd" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{check.typed.readAs}</Box>
        </Box>
      ) : null}
      {refusal.say ? <Say>{refusal.say}</Say> : null}
      <Box sx={{ typography: 'small', color: 'ink2' }}>
        {refusal.next} · {translate('ui.rule', { rule: refusal.rule })}
      </Box>
    </Box>
  )
}
