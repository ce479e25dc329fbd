import { createTheme } from '@mui/material/styles'
import { dark, light, type Tokens } from '#client/layout/tokens.ts'

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true
  }
  interface Palette extends Tokens {}
  interface PaletteOptions extends Tokens {}
  interface TypographyVariants {
    lead: React.CSSProperties
    table: React.CSSProperties
    small: React.CSSProperties
    figure: React.CSSProperties
  }
  interface TypographyVariantsOptions {
    lead?: React.CSSProperties
    table?: React.CSSProperties
    small?: React.CSSProperties
    figure?: React.CSSProperties
  }
}

function paletteOf(tokens: Tokens, mode: 'light' | 'dark') {
  return {
    ...tokens,
    mode,
    primary: { main: tokens.accent, dark: tokens.accentHover, contrastText: tokens.onAccent },
    error: { main: tokens.late },
    warning: { main: tokens.due },
    success: { main: tokens.ok },
    text: { primary: tokens.ink, secondary: tokens.ink2 },
    background: { default: tokens.canvas, paper: tokens.surface },
    divider: tokens.line,
  }
}

const fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif'
const rem = (px: number) => `${px / 16}rem`
const size = (px: number, line: number, weight: number) => ({
  fontFamily,
  fontSize: rem(px),
  lineHeight: `${line / px}`,
  fontWeight: weight,
  letterSpacing: 0,
})

/** The one theme, light and dark as CSS variables on `data-theme`; the session says which. */
export const theme = createTheme({
  cssVariables: { cssVarPrefix: 'pd', colorSchemeSelector: 'data-theme' },
  colorSchemes: { light: { palette: paletteOf(light, 'light') }, dark: { palette: paletteOf(dark, 'dark') } },
  breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1280, xl: 1440 } },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily,
    h1: { ...size(20, 28, 650), letterSpacing: '-0.01em' },
    h2: size(14, 20, 650),
    body1: size(14, 20, 400),
    body2: size(13, 20, 400),
    button: { ...size(14, 20, 500), textTransform: 'none' },
    lead: size(16, 24, 600),
    table: size(13, 20, 400),
    small: size(12, 16, 450),
    figure: { ...size(28, 36, 650), letterSpacing: '-0.02em' },
  },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true } },
    MuiButton: {
      defaultProps: { disableElevation: true, variant: 'outlined' },
      styleOverrides: {
        root: {
          minHeight: 36,
          minWidth: 0,
          padding: '6px 12px',
          gap: 8,
          whiteSpace: 'nowrap',
          transition: 'background-color 120ms',
          '@media (pointer: coarse)': { minHeight: 48 },
        },
        sizeSmall: { minHeight: 28, padding: '2px 10px', fontSize: rem(13), borderRadius: 6 },
        outlined: ({ theme: { vars } }) => ({
          color: vars.palette.ink,
          borderColor: vars.palette.line2,
          backgroundColor: vars.palette.surface,
          '&:hover': { backgroundColor: vars.palette.sunken, borderColor: vars.palette.line2 },
        }),
        contained: ({ theme: { vars } }) => ({ '&:hover': { backgroundColor: vars.palette.accentHover } }),
      },
    },
    MuiDialog: {
      styleOverrides: {
        paper: ({ theme: { vars } }) => ({
          borderRadius: 12,
          backgroundImage: 'none',
          border: `1px solid ${vars.palette.line}`,
          boxShadow: '0 16px 48px rgb(0 0 0 / 0.28)',
          outline: 'none',
        }),
      },
    },
    MuiCssBaseline: {
      styleOverrides: (given) => ({
        'html, body, #root': { height: '100%' },
        body: { fontVariantNumeric: 'tabular-nums', fontSize: rem(14), lineHeight: 20 / 14 },
        'h1, h2, h3, p, ul, ol, dl, dd, figure, blockquote': { margin: 0 },
        h1: { ...given.typography.h1 },
        'h2, h3': { ...given.typography.h2 },
        'ul, ol': { padding: 0, listStyle: 'none' },
        'button, input, select, textarea': { font: 'inherit' },
        ':focus-visible': { outline: `2px solid ${given.vars.palette.accent}`, outlineOffset: 2 },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      }),
    },
  },
})
