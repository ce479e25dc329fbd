import {
  askedAnswer, changedAnswer, changeRolesBody, changeSitesBody, disableBody, inviteBody, invitedAnswer, reasonBody, resentAnswer,
  resetPasswordBody, sessionsEndedAnswer, staffLines, staffRecord,
} from '#domain/contracts/staff.ts'
import { contentRange } from '#server/http/list.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { changeRoles } from '#server/staff/change-roles.ts'
import { changeSites } from '#server/staff/change-sites.ts'
import { disableStaff } from '#server/staff/disable-staff.ts'
import { enableStaff } from '#server/staff/enable-staff.ts'
import { endStaffSessions } from '#server/staff/end-staff-sessions.ts'
import { inviteStaff } from '#server/staff/invite-staff.ts'
import { listStaff, staffQuery } from '#server/staff/list-staff.ts'
import { readStaff } from '#server/staff/read-staff.ts'
import { resendInvitation } from '#server/staff/resend-invitation.ts'
import { resetPassword } from '#server/staff/reset-password.ts'
import { resetSecondFactor } from '#server/staff/reset-second-factor.ts'

export const staffRoutes: AnyRoute[] = [
  read({
    path: 'GET /api/staff', action: 'staff.read', summary: 'Members of staff.', query: staffQuery, answer: staffLines,
    range: contentRange('staff'), run: (db, _act, { query }) => listStaff(db, query),
    audit: (lines) => ({ event: 'staff.read', detail: { count: lines.length } }),
  }),
  read({
    path: 'GET /api/staff/:id', action: 'staff.read', summary: 'One member of staff.', params: idParams, answer: staffRecord,
    run: (db, act, { params }) => readStaff(db, act, params.id),
    audit: (line) => ({ event: 'staff.read', objectId: line.id, detail: { count: 1 } }),
  }),
  command({
    path: 'POST /api/staff/invite', action: 'staff.invite', summary: 'Asks for a new member of staff to be invited.',
    versioned: false, over: 'set', body: inviteBody, answer: invitedAnswer, run: (w, act, { body }) => inviteStaff(w, act, body),
  }),
  command({
    path: 'POST /api/staff/:id/resend-invitation', action: 'staff.resend-invitation', summary: 'Mails a new link; the older one ends.',
    versioned: false, params: idParams, answer: resentAnswer, run: (w, act, { params }) => resendInvitation(w, act, params.id),
  }),
  command({
    path: 'POST /api/staff/:id/change-roles', action: 'staff.change-roles', summary: 'Asks for other roles.',
    versioned: true, over: 'set', params: idParams, body: changeRolesBody, answer: askedAnswer,
    run: (w, act, { params, body }) => changeRoles(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/staff/:id/change-sites', action: 'staff.change-sites', summary: 'Changes the sites whose worklists a person sees.',
    versioned: true, params: idParams, body: changeSitesBody, answer: changedAnswer,
    run: (w, act, { params, body }) => changeSites(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/staff/:id/disable', action: 'staff.disable', summary: 'Takes a person’s access away at once.',
    versioned: false, over: 'set', params: idParams, body: disableBody, answer: sessionsEndedAnswer,
    run: (w, act, { params, body }) => disableStaff(w, act, params.id, body.reason ?? ''),
  }),
  command({
    path: 'POST /api/staff/:id/enable', action: 'staff.enable', summary: 'Asks for a disabled person to be let in again.',
    versioned: false, over: 'set', params: idParams, body: reasonBody, answer: askedAnswer,
    run: (w, act, { params, body }) => enableStaff(w, act, params.id, body.reason),
  }),
  command({
    path: 'POST /api/staff/:id/end-sessions', action: 'staff.end-sessions', summary: 'Ends every session of a person.',
    versioned: false, params: idParams, answer: sessionsEndedAnswer, run: (w, act, { params }) => endStaffSessions(w, act, params.id),
  }),
  command({
    path: 'POST /api/staff/:id/reset-second-factor', action: 'staff.reset-second-factor', summary: 'Asks for a lost second factor to be reset.',
    versioned: false, over: 'set', params: idParams, body: reasonBody, answer: askedAnswer,
    run: (w, act, { params, body }) => resetSecondFactor(w, act, params.id, body.reason),
  }),
  command({
    path: 'POST /api/staff/:id/reset-password', action: 'staff.reset-password', summary: 'Asks for a forgotten password to be reset.',
    versioned: false, over: 'set', params: idParams, body: resetPasswordBody, answer: askedAnswer,
    run: (w, act, { params, body }) => resetPassword(w, act, params.id, body),
  }),
]
