import { useEffect, useState } from 'react'
import type { PatientSearchAnswer } from '#domain/contracts/patients.ts'
import { useRead } from '#client/layout/use-read.ts'

/** A key press waits this long for the next one before the server is asked, in milliseconds. */
const DEBOUNCE = 80

/** The first people who match what is typed; an answer to older text is never shown. */
export function usePatientSearch(typed: string, enabled: boolean, limit: number) {
  const [text, setText] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), DEBOUNCE)
    return () => clearTimeout(timer)
  }, [typed])
  const asks = enabled && text.length >= 2
  const question = { path: '/patients/search', body: { text, limit } }
  const { data, isFetched } = useRead<PatientSearchAnswer>('patients', question, asks)
  const isCurrent = asks && text === typed.trim()
  return {
    rows: isCurrent ? (data?.rows ?? []) : [],
    more: isCurrent && data?.more === true,
    settled: isCurrent && isFetched,
  }
}
