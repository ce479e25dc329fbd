import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { callServer } from '#client/layout/server.ts'
import type { PatientRow } from '#client/layout/patient-row.ts'

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
  const query = useQuery({
    queryKey: ['patients', 'lookup', text, limit],
    queryFn: ({ signal }) =>
      callServer<{ rows: PatientRow[]; more: boolean }>('/patients/search', { body: { text, limit }, signal }),
    enabled: asks,
    gcTime: 0,
  })
  const current = asks && text === typed.trim()
  return { rows: current ? (query.data?.data.rows ?? []) : [], settled: current && query.isFetched }
}
