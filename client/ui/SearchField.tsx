import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '#client/ui/Icon.tsx'
import { TextBox } from '#client/ui/Field.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Note } from '#client/ui/Note.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { nothingOfScan, useScanBox } from '#client/ui/scan-box.ts'

/** What is typed is asked for after this pause, in milliseconds. */
const PAUSE = 150

type SearchFieldProps = { label: string; value: string; onChange: (value: string) => void }

/** The one field that narrows a list of anything but patients; `/` goes to it, Esc leaves it. A scanned card is of no use here. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const translate = useTranslate()
  const [typed, setTyped] = useState(value)
  const scan = useScanBox(setTyped, nothingOfScan)
  const box = useRef<HTMLInputElement>(null)
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  })
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => change.current(typed), PAUSE)
    return () => clearTimeout(timer)
  }, [typed, value])
  useKeys([{ keys: '/', group: 'move', label: 'keys.search', run: () => box.current?.focus() }])
  return (
    <Box sx={{ display: 'grid', gap: 1, maxWidth: 560 }}>
      <Box role="search" sx={{ position: 'relative', color: 'ink3' }}>
        <Box sx={{ position: 'absolute', insetInlineStart: 12, top: 11, display: 'inline-flex' }}>
          <Icon name="search" />
        </Box>
        <TextBox
          ref={box}
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => scan.onType(event.target.value)}
          onKeyDown={scan.takesKey}
          style={{ paddingInlineStart: 38, paddingInlineEnd: 38 }}
        />
        <Box sx={{ position: 'absolute', insetInlineEnd: 12, top: 11, display: 'inline-flex' }}>
          <KeyCap keys="/" />
        </Box>
      </Box>
      {scan.unread ? <Note icon="table" tone="due" live>{translate('ui.scan_elsewhere')}</Note> : null}
    </Box>
  )
}
