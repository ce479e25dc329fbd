import { LinkBase } from 'ra-core'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import type { useRoving } from '#client/ui/roving.ts'

const Anchor = styled(LinkBase)(({ theme: { vars } }) => ({
  color: vars.palette.ink,
  fontWeight: 500,
  textDecoration: 'none',
  display: 'inline-flex',
  alignItems: 'center',
  minHeight: 24,
  borderRadius: 4,
  '&:hover': { textDecoration: 'underline', textDecorationColor: vars.palette.accent, textUnderlineOffset: 3 },
}))

type RowLinkProps = { to: string; stop?: ReturnType<ReturnType<typeof useRoving>['stop']>; children: ReactNode }

/** The real link of a row: Enter opens it, middle click opens a tab. */
export function RowLink({ to, stop, children }: RowLinkProps) {
  return (
    <Anchor to={to} {...stop}>
      {children}
    </Anchor>
  )
}
