import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { readScan, scanStage } from '#domain/scan.ts'
import { localDateOf, type PlainDate } from '#domain/time.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'

/** A scanner that has sent nothing for this long, in milliseconds, is through. */
const QUIET = 150

/** What is typed into a look-up box for a scan: name and birth date, or a record number; '' when nothing of it is used. */
export function textOfScan(text: string, today: PlainDate): string {
  const scan = readScan(text, today)
  if (scan === null) return scanStage(text) === 'scan' ? '' : text
  if (scan.kind === 'unreadable') return ''
  if (scan.kind === 'mrn') return scan.mrn
  return `${[scan.family, scan.given.split(' ')[0]].filter(Boolean).join(', ')} ${scan.birthDate}`
}

/** Where nobody is looked up a scan is of no use: '' for one, whatever stands on it. */
export function nothingOfScan(text: string): string {
  return scanStage(text) === 'scan' ? '' : text
}

/**
 * Keeps a scan off the screen and away from the server: its characters are held until the scanner is through, and only
 * name and birth date, or the record number, come out. Enter and Tab within a scan do nothing else.
 */
export function useScanBox(onText: (text: string) => void, read: (text: string, today: PlainDate) => string = textOfScan) {
  const { zone } = usePracticeTime()
  const held = useRef('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [unread, setUnread] = useState(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  const hold = (text: string) => {
    held.current = text
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      held.current = ''
      const out = read(text, localDateOf(serverNow(), zone))
      setUnread(out === '')
      onText(out)
    }, QUIET)
  }
  const onType = (typed: string) => {
    const text = held.current + typed
    if (held.current === '' && scanStage(text) === 'typing') {
      setUnread(false)
      return onText(text)
    }
    onText('')
    hold(text)
  }
  /** Whether the key belonged to a scan and is dealt with. */
  const takesKey = (event: KeyboardEvent): boolean => {
    if (held.current === '' || (event.key !== 'Enter' && event.key !== 'Tab')) return false
    event.preventDefault()
    hold(`${held.current}\n`)
    return true
  }
  return { onType, takesKey, unread }
}
