import Box from '@mui/material/Box'
import { use } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import { KeySettings, capOf } from '#client/ui/keys.ts'

/** Keys whose sign not every font has. */
const drawn = { enter: 'enter', up: 'up', down: 'down', arrowleft: 'left', arrowright: 'right' } as const

function Part({ part }: { part: string }) {
  return part in drawn ? <Icon name={drawn[part as keyof typeof drawn]} size={12} /> : <span>{capOf(part)}</span>
}

/** A key, drawn on the control that it presses; absent on touch screens, and for letters that are switched off. */
export function KeyCap({ keys }: { keys: string }) {
  const { singleKeys } = use(KeySettings)
  const caps = keys.split(' ')
  if (!singleKeys && caps.every((cap) => cap.length === 1)) return null
  return (
    <Box
      component="span"
      aria-hidden="true"
      sx={{ display: 'inline-flex', gap: 0.5, '@media (hover: none)': { display: 'none' } }}
    >
      {caps.map((cap) => (
        <Box
          key={cap}
          component="kbd"
          sx={{
            font: 'inherit',
            fontSize: '0.75rem',
            lineHeight: '16px',
            fontWeight: 500,
            px: 0.625,
            display: 'inline-flex',
            alignItems: 'center',
            gap: 0.5,
            minHeight: 18,
            border: '1px solid',
            borderColor: 'color-mix(in srgb, currentColor 45%, transparent)',
            borderRadius: 0.5,
          }}
        >
          {cap.split('+').map((part) => (
            <Part key={part} part={part} />
          ))}
        </Box>
      ))}
    </Box>
  )
}
