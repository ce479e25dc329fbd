import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import { LinkBase, useLocation, useTranslate } from 'ra-core'

const Tab = styled(LinkBase)(({ theme: { vars } }) => ({
  color: vars.palette.ink2,
  textDecoration: 'none',
  padding: '10px 0',
  borderBottom: '2px solid transparent',
  whiteSpace: 'nowrap',
  '&[aria-current=page]': { color: vars.palette.ink, fontWeight: 600, borderColor: vars.palette.accent },
}))

export type PageTab = { to: string; label: string }

/** The parts of a record, each with its own address. */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly PageTab[] }) {
  const translate = useTranslate()
  const { pathname } = useLocation()
  return (
    <Box component="nav" aria-label={label} sx={{ display: 'flex', gap: 3, mt: 1, overflowX: 'auto', px: 0.5, mx: -0.5 }}>
      {tabs.map((tab) => (
        <Tab key={tab.to} to={tab.to} aria-current={tab.to === pathname ? 'page' : undefined}>
          {translate(tab.label)}
        </Tab>
      ))}
    </Box>
  )
}
