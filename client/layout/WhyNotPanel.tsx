import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { PersonNamed } from '#client/layout/person-acts.ts'
import { Born } from '#client/ui/Born.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { Refusal } from '#client/ui/Refusal.tsx'
import type { RefusalText } from '#client/ui/refused.ts'

type WhyNotPanelProps = { person: PersonNamed; why: RefusalText; onOpen: () => void; onClose: () => void }

/** Why somebody is not asked to enroll: what is so, what to do instead, what to say. */
export default function WhyNotPanel({ person, why, onOpen, onClose }: WhyNotPanelProps) {
  const translate = useTranslate()
  return (
    <Panel title={translate('today.why_not_title', { name: person.name })} onClose={onClose}>
      <Box sx={{ color: 'ink2', mb: 1 }}>
        <Born birthDate={person.birthDate} age={person.age} />
      </Box>
      <Box sx={{ m: -2 }}>
        <Refusal
          refusal={why}
          action={
            <Button variant="contained" autoFocus onClick={onOpen}>
              {translate('today.open_record')}
            </Button>
          }
        />
      </Box>
    </Panel>
  )
}
