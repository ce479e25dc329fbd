import Box from '@mui/material/Box'
import { styled, type Theme } from '@mui/material/styles'
import { LinkBase, useLocation, useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'
import { isOpen, menuFor } from '#client/layout/menu.ts'
import { useMenuCounts } from '#client/layout/use-menu-counts.ts'
import type { Session } from '#client/layout/session.ts'

const look = {
  all: 'unset',
  flex: 1,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 2,
  minHeight: 56,
  minWidth: 0,
  cursor: 'pointer',
  fontSize: '0.75rem',
} as const

const lookOf = ({ theme: { vars } }: { theme: Theme }) => ({
  ...look,
  color: vars.palette.ink2,
  '&[aria-current=page]': { color: vars.palette.accent, fontWeight: 600 },
  '&:focus-visible': { outline: `2px solid ${vars.palette.accent}`, outlineOffset: -3 },
})
const Tab = styled(LinkBase)(lookOf)
const FindTab = styled('button')(lookOf)

/** The phone's four tabs: the first three screens of the role, and the lookup. */
export function BottomTabs({ session, onFind }: { session: Session; onFind: () => void }) {
  const translate = useTranslate()
  const { pathname } = useLocation()
  const { counts } = useMenuCounts()
  const items = menuFor(session.may)
    .flatMap((group) => group.items)
    .slice(0, 3)
  return (
    <Box
      component="nav"
      aria-label={translate('shell.menu')}
      sx={{ display: { xs: 'flex', sm: 'none' }, bgcolor: 'surface', borderTop: '1px solid', borderColor: 'line' }}
    >
      {items.map((item) => (
        <Tab key={item.to} to={item.to} aria-current={isOpen(item, pathname) ? 'page' : undefined}>
          <Box component="span" sx={{ position: 'relative', display: 'inline-flex' }}>
            <Icon name={item.icon} size={22} />
            {(counts[item.to] ?? 0) > 0 ? (
              <Box component="span" sx={{ position: 'absolute', insetInlineStart: 14, top: -8, px: 0.75, minWidth: 20, borderRadius: 2, textAlign: 'center', color: 'surface', bgcolor: 'ink', fontSize: '0.75rem', lineHeight: '18px' }}>{counts[item.to]}</Box>
            ) : null}
          </Box>
          {translate(item.label)}
        </Tab>
      ))}
      <FindTab type="button" onClick={onFind}>
        <Icon name="search" size={22} />
        {translate('shell.find_short')}
      </FindTab>
    </Box>
  )
}
