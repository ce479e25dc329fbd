import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import { LinkBase, useLocation, useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'
import { unseen } from '#client/ui/unseen.ts'
import { isOpen, menuFor, type MenuItem } from '#client/layout/menu.ts'
import { Logo } from '#client/layout/Logo.tsx'
import { PersonMenu } from '#client/layout/PersonMenu.tsx'
import { useMenuCounts } from '#client/layout/use-menu-counts.ts'
import type { Session } from '#client/layout/session.ts'

const Item = styled(LinkBase)(({ theme }) => ({
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  gap: 14,
  minHeight: 36,
  padding: '8px 8px',
  margin: '0 8px',
  borderRadius: 8,
  color: theme.vars.palette.ink2,
  textDecoration: 'none',
  '&:hover': { backgroundColor: theme.vars.palette.sunken },
  '&[aria-current=page]': {
    color: theme.vars.palette.accent,
    fontWeight: 600,
    backgroundColor: theme.vars.palette.accentSoft,
    '&::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: -8,
      insetBlock: 8,
      width: 3,
      borderRadius: '0 3px 3px 0',
      backgroundColor: theme.vars.palette.accent,
    },
  },
}))

const wide = { display: { xs: 'none', xl: 'block' } } as const

function MenuLink({ item, count, late, open }: { item: MenuItem; count: number; late: boolean; open: boolean }) {
  const translate = useTranslate()
  return (
    <Item to={item.to} aria-current={open ? 'page' : undefined} title={translate(item.label)}>
      <Icon name={item.icon} />
      <Box component="span" sx={{ flex: 1, ...wide }}>
        {translate(item.label)}
      </Box>
      <Box component="span" sx={{ ...unseen, display: { xl: 'none' } }}>
        {translate(item.label)}
      </Box>
      {count > 0 ? (
        <Box component="span" sx={{ typography: 'table', position: { xs: 'absolute', xl: 'static' }, top: 0, right: 2, display: 'inline-flex', gap: 0.5, alignItems: 'center', ...(late ? { color: 'late', fontWeight: 600 } : {}) }}>
          {late ? <Box component="span" sx={{ display: { xs: 'none', xl: 'inline-flex' } }}><Icon name="late" size={14} /></Box> : null}
          {count}
          {late ? <Box component="span" sx={unseen}>{translate('shell.some_late')}</Box> : null}
        </Box>
      ) : null}
    </Item>
  )
}

/** The side menu: only what the roles may open, a count only where something waits. */
export function SideMenu({ session }: { session: Session }) {
  const translate = useTranslate()
  const { pathname } = useLocation()
  const { counts, late } = useMenuCounts()
  return (
    <Box
      component="nav"
      aria-label={translate('shell.menu')}
      sx={{
        display: { xs: 'none', sm: 'flex' },
        flexDirection: 'column',
        width: { sm: 56, xl: 216 },
        flex: 'none',
        bgcolor: 'rail',
        borderInlineEnd: '1px solid',
        borderColor: 'line',
        overflowY: 'auto',
      }}
    >
      <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', height: 56, flex: 'none', px: { sm: 1.75, xl: 2 } }}>
        <Logo />
        <Box component="span" sx={{ fontWeight: 650, ...wide }}>
          Portal Desk
        </Box>
      </Box>
      <Box sx={{ flex: 1 }}>
        {menuFor(session.may).map(({ title, items }) => (
          <Box key={title ?? ''} sx={{ mb: 1 }}>
            {title ? (
              <Box sx={{ typography: 'table', color: 'ink3', px: 2, pt: 1, pb: 0.5, ...wide }}>{translate(title)}</Box>
            ) : null}
            <ul>
              {items.map((item) => (
                <li key={item.to}>
                  <MenuLink item={item} count={counts[item.to] ?? 0} late={late[item.to] ?? false} open={isOpen(item, pathname)} />
                </li>
              ))}
            </ul>
          </Box>
        ))}
      </Box>
      <PersonMenu staff={session.staff} />
    </Box>
  )
}
