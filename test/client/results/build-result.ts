import type { PreviewAnswer, ReleaseState, ResultAnswer, ResultRow, ViewerPreview } from '#domain/contracts/results.ts'
import { holdGrounds, groundRules } from '#domain/release/grounds.ts'

const yes = { allowed: true, message: null, next: null, rule: null }
/** What may not be done now, with its reason. */
export const no = { allowed: false, message: 'It is out already.', next: 'Recall it.', rule: 'R68' }

/** A row of Ada Green's lipid panel, which waits for its doctor. */
export function buildRow(what: Partial<ResultRow> = {}): ResultRow {
  return {
    id: 'r1', version: 3, patientId: 'p1', patientName: 'Ada Green', birthDate: '1984-03-01', age: 42, mrnTail: 'a02c', name: 'Lipid panel', category: 'laboratory', sensitive: false, status: 'final', critical: false,
    abnormal: true, doubtful: false, corrected: false, portalId: 'followmyhealth', portalName: 'FollowMyHealth', group: 'review', code: 'WAITS_FOR_REVIEW', stricterThanCitedLaw: false,
    arrivedAt: '2026-11-24T12:00:00Z', orderAt: '2026-11-24T12:00:00Z', coversName: null, ...what,
  }
}

const waits: ReleaseState = {
  state: 'waits', for: ['review'], code: 'WAITS_FOR_REVIEW', sentence: 'FollowMyHealth shows a result after the doctor has seen it.', rule: 'R62', sources: [], citedLaw: null, stricterThanCitedLaw: false, findings: [],
  mode: 'after-review', policyVersion: 1, until: null,
}

/** The same result, whole. */
export function buildWhole(what: Partial<ResultAnswer> = {}): ResultAnswer {
  return {
    ...buildRow(), values: [], remarks: 'Cholesterol 184', categories: ['laboratory'], evidence: [], doubts: [], clockedClasses: [], orderedByName: 'Dr. Carol Weimann', orderedElsewhere: false,
    collectedAt: '2026-11-24T08:00:00Z', finalAt: '2026-11-24T12:00:00Z', versionNumber: 1, correctedAt: null, forPatient: waits, forRepresentatives: waits, holds: [],
    grounds: (['patient', 'representative'] as const).flatMap((recipient) => holdGrounds.map((ground) => {
      const fits = groundRules[ground].fits.includes(recipient)
      return { recipient, ground, fits, citedLaw: groundRules[ground].citedLaw, message: fits ? null : 'This ground does not fit this recipient.', next: null, longestEndAt: '2026-12-24T15:42:00Z' }
    })),
    acts: [], phoneOnFile: null, called: false, cameWith: [],
    may: { release: yes, verify: yes, review: yes, hold: yes, recall: no, comment: yes, decline: yes, bulk: yes }, needsStepUp: false, ...what,
  }
}

export function buildViewer(what: Partial<ViewerPreview> = {}): ViewerPreview {
  return { viewer: 'patient', name: 'Ada Green', relation: null, age: 42, levelName: null, visible: true, mayReply: true, held: false, code: 'SHOWN_AFTER_REVIEW', sentence: 'It shows.', rule: 'R62', ...what }
}

export function buildPreview(viewers: readonly ViewerPreview[] = [buildViewer()]): PreviewAnswer {
  return { now: viewers.map((one) => ({ ...one, visible: false })), released: [...viewers], held: null, notices: [] }
}
