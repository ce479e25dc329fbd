import { mayTakePassword, SHORTEST_ALONE } from '#domain/passwords.ts'
import type { Writer } from '#db/store.ts'
import { hashPassword, isCommonPassword } from '#server/auth/auth.ts'
import type { PortalNow } from '#server/contacts/contacts.ts'
import { sourceOf } from '#server/http/request.ts'
import { verifyToken } from '#server/outbox/derive.ts'
import { NOT_ME_PURPOSE, PROOF_PURPOSE, RESET_PURPOSE } from '#server/outbox/templates/recovery.ts'
import { answer, field, isFromOurPage, type AtPage } from '#server/patient-pages/at-page.ts'
import { birthDateOf } from '#server/patient-pages/birth-date.ts'
import { overPage } from '#server/patient-pages/bodies.ts'
import { isConsoleBrowser } from '#server/patient-pages/device.ts'
import { readForm, signForm } from '#server/patient-pages/form-token.ts'
import { refusalNote, type Page } from '#server/patient-pages/frame.ts'
import { notMePage, proofPage, recoveryEnd, resetPage, type Form } from '#server/patient-pages/recovery-bodies.ts'
import { recoveryWords } from '#server/patient-pages/recovery-words.ts'
import { countTry, triesKey, waitForTry } from '#server/patient-pages/tries.ts'
import { words } from '#server/patient-pages/words.ts'
import {
  choosePassword, confirmProof, countProofTry, countResetTry, denyProof, openNotice, openProof, openReset, sayNotMe, type OpenProof, type OpenReset,
} from '#server/recovery/recovery.ts'

type Note = { note: Page['body']; status: number }
type Kind = 'recover' | 'reset' | 'not-me'

/** Whether it is the reader who is calling. Asking for the page changes nothing, however often and by whomever (ID-05, T8). */
export async function showProof(page: AtPage, token: string): Promise<void> {
  const open = await proofOf(page, token)
  return open ? askProof(page, token, open) : over(page)
}

/** The answer: the right birth date proves, once; "I am not calling" stops the call and tells the practice. */
export async function takeProof(page: AtPage, token: string): Promise<void> {
  const open = await proofOf(page, token)
  if (!open) return over(page)
  if (!(await isOwnForm(page, 'recover', open.proof.id))) return answer(page, overPage(page.language, 'form', `/p/recover/${token}`))
  if (field(page.body, 'do') === 'deny') {
    await inTransaction(page, (w) => denyProof(w, page.doing, open))
    return answer(page, recoveryEnd(page.language, 'denied'))
  }
  const stop = await stopped(page)
  if (stop) return askProof(page, token, open, stop)
  if (birthDateOf(page.body) !== open.birthDate) return wrong(page, () => proofOf(page, token), (w, now) => countProofTry(w, page.doing, now), (now, note) => askProof(page, token, now, note))
  const isDone = await inTransaction(page, async (w) => {
    const now = await openProof(w, open.proof.id, page.at)
    return now ? confirmProof(w, page.doing, now) : false
  })
  return isDone ? answer(page, recoveryEnd(page.language, 'proof'), { portal: open.scene.portal }) : over(page)
}

/** The form for a new password. */
export async function showReset(page: AtPage, token: string): Promise<void> {
  const open = await resetOf(page, token)
  return open ? askReset(page, token, open) : over(page)
}

/** The new password, by the rules for one that stands alone (AU-03). Hashed before the one transaction in which the link is used up. */
export async function takeReset(page: AtPage, token: string): Promise<void> {
  const open = await resetOf(page, token)
  if (!open) return over(page)
  if (!(await isOwnForm(page, 'reset', open.reset.id))) return answer(page, overPage(page.language, 'form', `/p/reset/${token}`))
  const stop = await stopped(page)
  if (stop) return askReset(page, token, open, stop)
  if (birthDateOf(page.body) !== open.birthDate) return wrong(page, () => resetOf(page, token), (w, now) => countResetTry(w, page.doing, now), (now, note) => askReset(page, token, now, note))
  const fault = faultOf(page, open)
  if (fault) return askReset(page, token, open, { note: refusalNote(words[page.language].signIn[fault], words[page.language].signIn[`${fault}Next`]), status: 422 })
  const passwordHash = await hashPassword(field(page.body, 'password'))
  const isDone = await inTransaction(page, async (w) => {
    const now = await openReset(w, open.reset.id, page.at)
    return now ? choosePassword(w, page.doing, now, passwordHash) : false
  })
  return isDone ? answer(page, recoveryEnd(page.language, 'reset', open.scene.portal.name), { portal: open.scene.portal }) : over(page)
}

/** "This was not me": shows the one button. */
export async function showNotMe(page: AtPage, token: string): Promise<void> {
  const id = verifyToken(page.app.secrets, NOT_ME_PURPOSE, token)
  const notice = id === null ? null : await openNotice(page.app.store.read, id, page.at)
  if (!notice) return over(page)
  if (notice.usedAt !== null) return answer(page, recoveryEnd(page.language, 'not-me'))
  const form = await signForm(page.app, { about: notice.id, step: 'not-me', tries: 0 }, page.at)
  return answer(page, notMePage({ action: `/p/not-me/${token}`, form, language: page.language }), { path: `/p/not-me/${token}` })
}

/** Closes the sign-in. Needs nothing but the link; a second press shows the same page. */
export async function takeNotMe(page: AtPage, token: string): Promise<void> {
  const id = verifyToken(page.app.secrets, NOT_ME_PURPOSE, token)
  if (id === null || !(await openNotice(page.app.store.read, id, page.at))) return over(page)
  if (!(await isOwnForm(page, 'not-me', id))) return answer(page, overPage(page.language, 'form', `/p/not-me/${token}`))
  await inTransaction(page, async (w) => {
    const notice = await openNotice(w, id, page.at)
    if (notice) await sayNotMe(w, page.doing, notice)
  })
  return answer(page, recoveryEnd(page.language, 'not-me'))
}

function inTransaction<T>(page: AtPage, fn: (w: Writer) => Promise<T>): Promise<T> {
  return page.app.store.tx(fn, { over: 'set' })
}

function faultOf({ body }: AtPage, open: OpenReset): 'differ' | 'short' | 'long' | 'common' | null {
  const password = field(body, 'password')
  if (password !== field(body, 'repeat')) return 'differ'
  const { legalGiven, legalFamily } = open.scene.chart
  const may = mayTakePassword({ password, isCommon: isCommonPassword(password), shortest: SHORTEST_ALONE, knownWords: [open.userName, `${legalGiven} ${legalFamily}`, open.scene.portal.name] })
  if (may.allowed) return null
  return may.code === 'PASSWORD_TOO_SHORT' ? 'short' : may.code === 'PASSWORD_TOO_LONG' ? 'long' : 'common'
}

/** Too many tries from one network, or a browser of the desk's own (ID-04). */
async function stopped(page: AtPage): Promise<Note | null> {
  const say = words[page.language].check
  if (isConsoleBrowser(page.app, page.req)) return { note: refusalNote(say.desk, say.deskNext), status: 409 }
  const slowed = await waitForTry(page.app.store.read, triesKey(page.app, sourceOf(page.req)), page.at)
  return slowed > 0 ? { note: refusalNote(say.slowed, say.slowedNext), status: 429 } : null
}

/** Counts a wrong birth date against the link and against where it came from. */
async function wrong<Open>(page: AtPage, open: () => Promise<Open | null>, count: (w: Writer, now: Open) => Promise<number>, again: (now: Open, note: Note) => Promise<void>): Promise<void> {
  const now = await open()
  const left = now === null ? 0 : await inTransaction(page, async (w) => {
    await countTry(w, triesKey(page.app, sourceOf(page.req)), page.at)
    return count(w, now)
  })
  const say = recoveryWords[page.language]
  return now !== null && left > 0 ? again(now, { note: refusalNote(say.wrong, say.tries(left)), status: 422 }) : over(page)
}

async function askProof(page: AtPage, token: string, open: OpenProof, note?: Note): Promise<void> {
  return show(page, 'recover', token, open.proof.id, open.scene.portal, proofPage, note)
}

async function askReset(page: AtPage, token: string, open: OpenReset, note?: Note): Promise<void> {
  return show(page, 'reset', token, open.reset.id, open.scene.portal, resetPage, note)
}

async function show(page: AtPage, kind: Kind, token: string, about: string, portal: PortalNow, body: (form: Form) => Page, note?: Note): Promise<void> {
  const form = await signForm(page.app, { about, step: kind, tries: 0 }, page.at)
  const path = `/p/${kind}/${token}`
  await answer(page, { ...body({ action: path, form, language: page.language, note: note?.note ?? null, portalName: portal.name }), ...(note ? { status: note.status } : {}) }, { path, portal })
}

async function isOwnForm(page: AtPage, step: Kind, about: string): Promise<boolean> {
  const form = await readForm(page.app, page.body.form, page.at)
  return isFromOurPage(page.app, page.req) && form?.about === about && form.step === step
}

async function proofOf(page: AtPage, token: string): Promise<OpenProof | null> {
  const id = verifyToken(page.app.secrets, PROOF_PURPOSE, token)
  return id === null ? null : openProof(page.app.store.read, id, page.at)
}

async function resetOf(page: AtPage, token: string): Promise<OpenReset | null> {
  const id = verifyToken(page.app.secrets, RESET_PURPOSE, token)
  return id === null ? null : openReset(page.app.store.read, id, page.at)
}

/** A link that no longer opens, for whatever reason, shows one and the same page (T2, ID-07). */
function over(page: AtPage): Promise<void> {
  return answer(page, overPage(page.language, 'link'))
}
