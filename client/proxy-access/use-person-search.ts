import { useEffect, useState } from 'react'
import type { PersonSearchAnswer } from '#domain/contracts/proxy-access.ts'
import { paths } from '#client/proxy-access/paths.ts'
import { useRead } from '#client/layout/use-read.ts'

/** A key press waits this long for the next one before the server is asked, in milliseconds. */
const DEBOUNCE = 120

/** People who may be meant: proxies known here, the household, patients. An answer to older text is never shown. */
export function usePersonSearch(typed: string, patientId: string) {
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), DEBOUNCE)
    return () => clearTimeout(timer)
  }, [typed])
  const asks = text.length >= 2
  const { data, error, isFetched } = useRead<PersonSearchAnswer>('proxy-persons', { path: paths.searchPersons, body: { text, patientId } }, asks)
  const isCurrent = asks && text === typed.trim()
  return { rows: isCurrent ? (data?.rows ?? []) : [], more: isCurrent && data?.more === true, settled: isCurrent && isFetched, error: isCurrent ? error : null }
}
