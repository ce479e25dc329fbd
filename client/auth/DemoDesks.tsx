import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import { useLocale, useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { DemoClock } from '#client/auth/DemoClock.tsx'
import { FaultNote } from '#client/auth/FaultNote.tsx'
import { enterDesk, readDesks, type Desk } from '#client/auth/sign-in.ts'
import { useAttempt } from '#client/auth/use-attempt.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { useKeys } from '#client/ui/keys.ts'
import type { IconName } from '#client/ui/icon-paths.ts'
import type { Role } from '#domain/roles.ts'

const icons: Record<Role, IconName> = {
  'front-desk': 'people',
  helpline: 'phone',
  clinician: 'flask',
  manager: 'bars',
  'privacy-officer': 'shield',
  administrator: 'gear',
}

const DeskButton = styled('button')(({ theme: { vars } }) => ({
  all: 'unset',
  boxSizing: 'border-box',
  display: 'grid',
  gap: 4,
  alignContent: 'start',
  width: '100%',
  minHeight: 136,
  padding: 16,
  cursor: 'pointer',
  borderRadius: 10,
  backgroundColor: vars.palette.surface,
  border: `1px solid ${vars.palette.line}`,
  boxShadow: '0 1px 2px rgb(0 0 0 / 0.05)',
  '&:hover': { borderColor: vars.palette.accent },
  '&:focus-visible': { outline: `2px solid ${vars.palette.accent}`, outlineOffset: 2 },
}))

/** Six desks to sit at without a password, keys 1 to 6; says that its people are made up. */
export function DemoDesks() {
  const translate = useTranslate()
  const language = useLocale() === 'es' ? 'es' : 'en'
  const [desks, setDesks] = useState<Desk[]>([])
  const { attempt, fault } = useAttempt()
  useEffect(() => {
    void readDesks().then(setDesks, () => undefined)
  }, [])
  const enter = (role: Role) => attempt(() => enterDesk(role, language))
  useKeys(
    desks.map(({ role }, index) => ({ keys: String(index + 1), group: 'act', run: () => void enter(role) })),
  )
  if (desks.length === 0) return null
  return (
    <Box component="section" aria-labelledby="desks">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Box component="h2" id="desks" sx={{ typography: 'h1' }}>
          {translate('demo.title')}
        </Box>
        <StateChip state="due">{translate('demo.made_up')}</StateChip>
      </Box>
      <Box component="p" sx={{ color: 'ink2', mt: 0.5, mb: 2 }}>
        {translate('demo.choose')}
      </Box>
      <FaultNote fault={fault} />
      <Box component="ul" sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(216px, 1fr))' }}>
        {desks.map((desk, index) => (
          <Box component="li" key={desk.role} sx={{ display: 'grid' }}>
            <DeskButton type="button" onClick={() => void enter(desk.role)}>
              <Box sx={{ display: 'flex', justifyContent: 'space-between', color: 'accent' }}>
                <Icon name={icons[desk.role]} size={20} />
                <Box sx={{ color: 'ink2' }}>
                  <KeyCap keys={String(index + 1)} />
                </Box>
              </Box>
              <Box sx={{ typography: 'lead' }}>{translate(`roles.${desk.role}`)}</Box>
              <Box sx={{ typography: 'table', color: 'ink2' }}>{desk.staffName}</Box>
              <Box sx={{ typography: 'table' }}>{translate(`demo.does.${desk.role}`)}</Box>
            </DeskButton>
          </Box>
        ))}
      </Box>
      <DemoClock />
    </Box>
  )
}
