import { endOptOutBody, optOutVersion, preferencesAnswer, recordOptOutBody } from '#domain/contracts/preferences.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { endOptOut } from '#server/preferences/end-opt-out.ts'
import { readPreferences } from '#server/preferences/read-preferences.ts'
import { recordOptOut } from '#server/preferences/record-opt-out.ts'

/** What a patient does not want to get, recorded by staff (R71). */
export const preferenceRoutes: AnyRoute[] = [
  read({
    path: 'GET /api/patients/:id/preferences', action: 'preference.read', summary: 'What a patient does not want to get, and what can be chosen.',
    params: idParams, answer: preferencesAnswer, run: readPreferences,
    audit: (_answer, { params }) => ({ event: 'patient.read', patientId: params.id, detail: { part: 'preferences' }, purpose: 'PATADMIN' }),
  }),
  command({
    path: 'POST /api/patients/:id/opt-out', action: 'preference.set', versioned: false, over: 'set',
    summary: 'Records that a patient does not want invitations or notices, by one way, of one portal or of all.',
    params: idParams, body: recordOptOutBody, answer: optOutVersion, run: recordOptOut,
  }),
  command({
    path: 'POST /api/opt-outs/:id/end', action: 'preference.set', versioned: true, summary: 'Takes such a wish back.',
    params: idParams, body: endOptOutBody, answer: optOutVersion, run: endOptOut,
  }),
]
