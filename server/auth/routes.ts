import {
  changePasswordAnswer, changePasswordBody, endedAnswer, ownSessions, preferencesBody, recoveryCodesAnswer,
} from '#domain/contracts/session.ts'
import { changePassword, checkPasswords } from '#server/auth/change-password.ts'
import { changePreferences } from '#server/auth/change-preferences.ts'
import { endOwnSession } from '#server/auth/end-own-session.ts'
import { listOwnSessions } from '#server/auth/list-own-sessions.ts'
import { codesOf } from '#server/auth/recovery-codes.ts'
import { renewRecoveryCodes } from '#server/auth/renew-recovery-codes.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'

/** What a person does with their own account. */
export const accountRoutes: AnyRoute[] = [
  read({
    path: 'GET /api/account/sessions', action: 'session.own', summary: 'Your open sessions.', answer: ownSessions,
    run: (db, act) => listOwnSessions(db, act), audit: null,
  }),
  command({
    path: 'POST /api/account/sessions/:id/end', action: 'session.own', summary: 'Ends one of your sessions.',
    versioned: false, params: idParams, answer: endedAnswer, run: (w, act, { params }) => endOwnSession(w, act, params.id),
  }),
  command({
    path: 'POST /api/account/password', action: 'account.own', summary: 'Changes your password; your other sessions end.',
    versioned: false, body: changePasswordBody, answer: changePasswordAnswer,
    prepare: (act, { body }) => checkPasswords(act, body), run: (w, act, _input, checked) => changePassword(w, act, checked),
  }),
  command({
    path: 'POST /api/account/recovery-codes', action: 'account.renew-recovery-codes', summary: 'Makes new recovery codes; the old ones end.',
    versioned: false, answer: recoveryCodesAnswer, objectOf: () => 'own', run: (w, act) => renewRecoveryCodes(w, act),
    reveal: (app, { codeIds }) => ({ recoveryCodes: codesOf(app, codeIds) }),
  }),
  command({
    path: 'POST /api/account/preferences', action: 'account.own', summary: 'Keeps your language, theme and keys.',
    versioned: false, body: preferencesBody, answer: preferencesBody, run: (w, act, { body }) => changePreferences(w, act, body),
  }),
]
