import { styled } from '@mui/material/styles'

/** A number that leads to the rows behind it: dotted underline, the same number on the other side. */
export const NumberLink = styled('button')(({ theme: { vars } }) => ({
  all: 'unset',
  cursor: 'pointer',
  borderBottom: `1px dotted ${vars.palette.line2}`,
  borderRadius: 2,
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
  '&:hover': { color: vars.palette.accent, borderColor: vars.palette.accent },
  '&:focus-visible': { outline: `2px solid ${vars.palette.accent}`, outlineOffset: 2 },
}))
