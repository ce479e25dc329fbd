import { useState } from 'react'
import type { MatrixAnswer } from '#domain/contracts/proxy-access.ts'
import { useRead } from '#client/layout/use-read.ts'
import { alsoOn, paths } from '#client/proxy-access/paths.ts'

/** Which portal, and which two instants (ISO-8601) are compared; what is not said, the server chooses: now, and the next change. */
export type Asked = { portal?: string; at?: string; with?: string }

/** The matrix of a patient as the server computes it. While another day is read the last one stays on the screen. */
export function useMatrix(patientId: string, reason: string | null, portal?: string) {
  const [asked, setAsked] = useState<Asked>(portal ? { portal } : {})
  const read = useRead<MatrixAnswer>('proxy-grants', { path: paths.matrix(patientId, { ...asked, reason }) }, true, alsoOn)
  const [last, setLast] = useState<MatrixAnswer>()
  if (read.data && read.data !== last) setLast(read.data)
  const matrix = read.data ?? last
  /** The next or the previous date on which anything changes becomes the second one. */
  const step = (by: 1 | -1) => {
    if (!matrix) return
    const to = changeBeside(matrix, by)
    if (to) setAsked({ ...asked, with: to })
  }
  return { ...read, matrix, asked, setAsked, step }
}

/** The instant of the change after or before the second one; null: there is none. */
export function changeBeside(matrix: Pick<MatrixAnswer, 'ahead' | 'with' | 'at'>, by: 1 | -1): string | null {
  const from = Date.parse(matrix.with ?? matrix.at)
  const instants = matrix.ahead.map(({ at }) => at).filter((at) => (by > 0 ? Date.parse(at) > from : Date.parse(at) < from))
  return (by > 0 ? instants[0] : instants.at(-1)) ?? null
}
