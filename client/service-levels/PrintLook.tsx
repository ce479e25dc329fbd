import GlobalStyles from '@mui/material/GlobalStyles'
import { useEffect } from 'react'

/** On paper: the whole screen without menu, bars and buttons, never cut at the window's height. */
const paper = {
  '@media print': {
    '@page': { margin: '12mm' },
    'nav, [data-no-print], body header:not(main header)': { display: 'none !important' },
    'html, body, #root, #root *:has(#content), #content': { height: 'auto !important', overflow: 'visible !important', display: 'block !important' },
    section: { breakInside: 'avoid' },
  },
}

/** Paper is light, whatever the screen is. */
export function PrintLook() {
  useEffect(() => {
    const root = document.documentElement
    let before: string | null = null
    const begin = () => {
      before = root.getAttribute('data-theme')
      root.setAttribute('data-theme', 'light')
    }
    const end = () => {
      if (before !== null) root.setAttribute('data-theme', before)
    }
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return <GlobalStyles styles={paper} />
}
