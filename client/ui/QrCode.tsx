import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'

type Modules = { size: number; path: string }

/** Draws an address as a QR code, in the browser, from a one-time answer; it is never kept. */
async function modulesOf(text: string): Promise<Modules> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const cells = Array.from({ length: size * size }, (_, place) => place).filter((place) => modules.data[place])
  return { size, path: cells.map((place) => `M${place % size} ${Math.floor(place / size)}h1v1h-1z`).join('') }
}

/** A QR code as SVG, dark on light in both themes, because scanners expect that; blurred once it no longer works. */
export function QrCode({ text, label, size = 200, blurred = false }: { text: string; label: string; size?: number | string; blurred?: boolean }) {
  const [modules, setModules] = useState<Modules | null>(null)
  useEffect(() => {
    void modulesOf(text).then(setModules)
  }, [text])
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={modules ? `-4 -4 ${modules.size + 8} ${modules.size + 8}` : '0 0 1 1'}
      shapeRendering="crispEdges"
      sx={{ display: 'block', width: size, height: size, maxWidth: '100%', bgcolor: 'common.white', color: 'common.black', borderRadius: 1, filter: blurred ? 'blur(10px)' : undefined }}
    >
      {modules ? <path d={modules.path} fill="currentColor" /> : null}
    </Box>
  )
}
