import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { menuFor } from '#client/layout/menu.ts'
import type { Session } from '#client/layout/session.ts'
import { Card } from '#client/ui/Card.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

/** Where else this person may go, with the keys that jump there. */
export function PlacesCard({ session }: { session: Session }) {
  const translate = useTranslate()
  const items = menuFor(session.may).flatMap((group) => group.items).filter(({ to }) => to !== '/')
  return (
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
  )
}
