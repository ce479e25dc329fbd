import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { LookupCard } from '#client/patients/LookupCard.tsx'
import { WaitingCard } from '#client/approvals/WaitingCard.tsx'
import { menuFor } from '#client/layout/menu.ts'
import { Page } from '#client/layout/Page.tsx'
import { useMay, useSessionState } from '#client/layout/session.ts'
import { Card } from '#client/ui/Card.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

/** Home by role: the lookup for whoever may find patients, what waits for this person, and where else to go. */
export default function HomePage() {
  const translate = useTranslate()
  const { session } = useSessionState()
  const maySearch = useMay('patient.search') !== '-'
  if (!session) return null
  const items = menuFor(session.may)
    .flatMap((group) => group.items)
    .filter(({ to }) => to !== '/')
  return (
    <Page name="shell.home">
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { md: 'minmax(0, 1fr) 336px' }, alignItems: 'start' }}>
        {maySearch ? <LookupCard /> : <WaitingCard />}
        <Box sx={{ display: 'grid', gap: 2 }}>
          {maySearch ? <WaitingCard /> : null}
          <Card title={translate('home.places')} flush>
            <ul>
              {items.map((item) => (
                <Box
                  component="li"
                  key={item.to}
                  sx={{ display: 'flex', gap: 1.5, alignItems: 'center', px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line' }}
                >
                  <Icon name={item.icon} />
                  <Box sx={{ flex: 1 }}>
                    <TextLink to={item.to}>{translate(item.label)}</TextLink>
                  </Box>
                  <Box component="span" sx={{ color: 'ink3' }}>
                    <KeyCap keys={`g ${item.jump}`} />
                  </Box>
                </Box>
              ))}
            </ul>
          </Card>
        </Box>
      </Box>
    </Page>
  )
}
