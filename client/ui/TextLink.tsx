import { LinkBase } from 'ra-core'
import { styled } from '@mui/material/styles'

/** A link inside text or at the end of a row. */
export const TextLink = styled(LinkBase)(({ theme: { vars } }) => ({
  color: vars.palette.accent,
  textUnderlineOffset: 3,
  textDecorationThickness: 1,
}))

/** As `TextLink`, for something that acts and does not go anywhere. */
export const TextButton = styled('button')(({ theme: { vars } }) => ({
  all: 'unset',
  cursor: 'pointer',
  color: vars.palette.accent,
  textDecoration: 'underline',
  textDecorationThickness: 1,
  textUnderlineOffset: 3,
  borderRadius: 4,
  '&:focus-visible': { outline: `2px solid ${vars.palette.accent}`, outlineOffset: 2 },
}))
