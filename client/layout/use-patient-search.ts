import { useGetList } from 'ra-core'
import { useEffect, useState } from 'react'
import type { PatientRow, PatientSearchAnswer } from '#domain/contracts/patients.ts'

/** A key press waits this long for the next one before the server is asked, in milliseconds. */
const DEBOUNCE = 80

/** What a look-up has found: nothing of it while it is of older text. */
export type Found = {
  rows: readonly PatientRow[]
  /** How many match; null: more than were counted. */
  total: number | null
  /** What would have to be typed beside it. */
  need: PatientSearchAnswer['need']
  /** What may have been meant, where nobody was found. */
  nearSpellings: readonly string[]
  /** The answer to what stands in the box now is here. */
  settled: boolean
  /** Why it could not be looked up. */
  error: unknown
  again: () => void
}

/** The first people who match what is typed; an answer to older text is never shown. */
export function usePatientSearch(typed: string, enabled: boolean, limit: number): Found {
  const [text, setText] = useState(typed.trim())
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), DEBOUNCE)
    return () => clearTimeout(timer)
  }, [typed])
  const asks = enabled && text !== ''
  const list = useGetList<PatientRow>(
    'patients', { filter: { text }, pagination: { page: 1, perPage: limit } }, { enabled: asks },
  )
  const { data, total, error, isFetched, refetch } = list
  const isCurrent = asks && text === typed.trim()
  const { need = null, nearSpellings = [] } = (list.meta ?? {}) as Partial<Pick<PatientSearchAnswer, 'need' | 'nearSpellings'>>
  return {
    rows: isCurrent ? (data ?? []) : [],
    total: isCurrent ? (total ?? null) : null,
    need: isCurrent ? need : null,
    nearSpellings: isCurrent ? nearSpellings : [],
    settled: isCurrent && isFetched && !error,
    error: isCurrent ? error : null,
    again: () => void refetch(),
  }
}
