import { and, eq, isNull } from 'drizzle-orm'
import { isUserName, userNameKey } from '#domain/enrollment/user-name.ts'
import { mayTakePassword, SHORTEST_ALONE } from '#domain/passwords.ts'
import { deskContact } from '#domain/patients/desk-facts.ts'
import { contactRow } from '#db/new-patient.ts'
import { isUniqueViolation, type Writer } from '#db/store.ts'
import { hashPassword, isCommonPassword } from '#server/auth/auth.ts'
import { checkTyped, ownContacts } from '#server/contacts/contacts.ts'
import { acceptInvitation } from '#server/invitations/invitations.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { answer, field, switchedTo, type AtPage } from '#server/patient-pages/at-page.ts'
import { donePage, overPage } from '#server/patient-pages/bodies.ts'
import { continued, type Continued } from '#server/patient-pages/consents.ts'
import { refusalNote } from '#server/patient-pages/frame.ts'
import { nextStep, openStep, stepsOf } from '#server/patient-pages/progress.ts'
import { words } from '#server/patient-pages/words.ts'
import { findPractice } from '#server/practice.ts'
import { isUserNameTaken } from '#server/proxy-access/proxy-access.ts'

type Fault = 'userBad' | 'userTaken' | 'differ' | 'short' | 'long' | 'common' | 'emailBad'

/**
 * The last step: user name and password, by the rules for a password that stands alone (AU-03). Hashed before the one
 * transaction in which the account becomes active, the code is used up and the desk sees it.
 */
export async function takeSignIn(page: AtPage): Promise<void> {
  const found = await continued(page, 'sign-in')
  if (typeof found === 'string') return answer(page, overPage(page.language, found))
  const { scene, codeId } = found
  if (openStep(scene) !== 'sign-in') return nextStep(page, scene, codeId)
  const userName = field(page.body, 'userName').trim().normalize('NFC')
  if (switchedTo(page.body)) return nextStep(page, scene, codeId, { userName })
  const refuse = (fault: Fault): Promise<void> => {
    const say = words[page.language].signIn
    return nextStep(page, scene, codeId, { note: refusalNote(say[fault], say[`${fault}Next`]), status: 422, userName })
  }
  const fault = await faultOf(page, found, userName)
  if (fault !== null) return refuse(fault)
  const passwordHash = await hashPassword(field(page.body, 'password'))
  const ended = await page.app.store.tx((w) => finish(w, page, found, { userName, passwordHash })).catch((error: unknown) => {
    if (isUniqueViolation(error)) return 'userTaken' as const
    throw error
  })
  if (ended === 'userTaken') return refuse('userTaken')
  if (ended === null) return answer(page, overPage(page.language, 'ended'))
  const steps = stepsOf(scene.portal).length + 1
  return answer(page, donePage(page.language, scene.portal.name, { now: steps, of: steps }), { portal: scene.portal })
}

async function faultOf(page: AtPage, { scene }: Continued, userName: string): Promise<Fault | null> {
  const { body, app } = page
  if (!isUserName(userName)) return 'userBad'
  const password = field(body, 'password')
  if (password !== field(body, 'repeat')) return 'differ'
  const practice = await findPractice(app.store.read)
  const { legalGiven, legalFamily, usedGiven } = scene.chart
  const may = mayTakePassword({
    password, isCommon: isCommonPassword(password), shortest: SHORTEST_ALONE,
    knownWords: [userName, `${legalGiven} ${legalFamily}`, `${usedGiven ?? legalGiven} ${legalFamily}`, practice?.name ?? '', scene.portal.name, field(body, 'email')],
  })
  if (!may.allowed) return may.code === 'PASSWORD_TOO_SHORT' ? 'short' : may.code === 'PASSWORD_TOO_LONG' ? 'long' : 'common'
  const db = app.store.read
  if (await isUserNameTaken(db, scene.portal.id, userNameKey(userName))) return 'userTaken'
  const email = field(body, 'email').trim()
  if (email === '' || scene.contactWay !== 'typed-by-patient') return null
  const { checked } = await checkTyped(db, { patient: scene.chart, portal: scene.portal, at: page.at }, 'email', email)
  return checked.decision.allowed && deskContact('email', email, null) ? null : 'emailBad'
}

async function finish(w: Writer, page: AtPage, { scene }: Continued, own: { userName: string; passwordHash: string }): Promise<string | null> {
  const { app, at, doing } = page
  const { invitation, chart, portal } = scene
  if (await isUserNameTaken(w, portal.id, userNameKey(own.userName))) return 'userTaken'
  const accountId = await acceptInvitation(w, doing, invitation, 'our-pages')
  if (accountId === null) return null
  const { patientCredentials: c } = w.t
  await w.update(c).set({ endedAt: at }).where(and(eq(c.accountId, accountId), isNull(c.endedAt)))
  await w.insert(c).values({
    id: app.random.id(), accountId, patientId: chart.id, portalId: portal.id, userName: own.userName, userNameKey: userNameKey(own.userName),
    passwordHash: own.passwordHash, createdAt: at,
  })
  if (scene.contactWay === 'typed-by-patient') await keepTyped(w, page, scene.chart.id)
  for (const contact of await ownContacts(w, { patient: chart, portal, at })) {
    if (contact.kind !== 'email' || !contact.checked.decision.allowed || contact.checked.with !== null) continue
    await queueMail(w, app, {
      scene: doing.scene, person: { kind: 'patient', id: chart.id }, address: contact.value, purpose: 'security-notice', language: page.language,
      template: 'portal-account-active', refs: { portalName: portal.name },
    })
  }
  return accountId
}

/** The address that the patient typed on the own phone: on file from now on, as young as it is (ID-02). */
async function keepTyped(w: Writer, page: AtPage, patientId: string): Promise<void> {
  const contact = deskContact('email', field(page.body, 'email').trim(), null)
  if (!contact) return
  const row = contactRow(patientId, { ...contact, sinceAt: page.at, sinceProof: 'first-use' }, { at: page.at, newId: page.app.random.id })
  const { patientContacts: t } = w.t
  const [known] = await w.select({ id: t.id }).from(t).where(and(eq(t.patientId, patientId), eq(t.reachKey, row.reachKey), isNull(t.retiredAt)))
  if (known) return
  await w.insert(t).values(row)
  w.announce('patients', patientId)
}
