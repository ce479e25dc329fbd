import { styled } from '@mui/material/styles'

/** A button that is only an icon; it needs an `aria-label`. */
export const IconButton = styled('button')(({ theme: { vars } }) => ({
  all: 'unset',
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  minWidth: 32,
  minHeight: 32,
  borderRadius: 8,
  cursor: 'pointer',
  color: vars.palette.ink2,
  '&:hover': { backgroundColor: vars.palette.sunken },
  '&:focus-visible': { outline: `2px solid ${vars.palette.accent}`, outlineOffset: 2 },
  '@media (pointer: coarse)': { minWidth: 48, minHeight: 48 },
}))
