import { isUserName, userNameKey } from '#domain/enrollment/user-name.ts'
import { mayTakePassword, SHORTEST_ALONE } from '#domain/passwords.ts'
import { isUniqueViolation } from '#db/store.ts'
import { hashPassword, isCommonPassword, passwordMatches } from '#server/auth/auth.ts'
import { sourceOf } from '#server/http/request.ts'
import { verifyToken } from '#server/outbox/derive.ts'
import { answer, field, isFromOurPage, type AtPage } from '#server/patient-pages/at-page.ts'
import { birthDateOf } from '#server/patient-pages/birth-date.ts'
import { overPage } from '#server/patient-pages/bodies.ts'
import { readForm, signForm } from '#server/patient-pages/form-token.ts'
import { refusalNote, type Page } from '#server/patient-pages/frame.ts'
import { proxyAccount, proxyEnd, proxyQuestion } from '#server/patient-pages/proxy-bodies.ts'
import { proxyWords } from '#server/patient-pages/proxy-words.ts'
import { countTry, triesKey, waitForTry } from '#server/patient-pages/tries.ts'
import { words } from '#server/patient-pages/words.ts'
import {
  confirmGrant, countWrongAnswer, declineGrant, isUserNameTaken, makeAccount, openInvitation, passwordOf, type OpenInvitation,
} from '#server/proxy-access/proxy-access.ts'

type Open = OpenInvitation & { tokenId: string; token: string }

/** Shows the one question. A link that no longer opens, for whatever reason, shows one and the same page (PX-03). */
export async function showProxy(page: AtPage, token: string): Promise<void> {
  const open = await openOf(page, token)
  return open ? ask(page, open) : over(page)
}

/** Takes the answer. Right: on to the own account. Wrong three times: denied, and the page has ended. */
export async function answerProxy(page: AtPage, token: string): Promise<void> {
  const open = await continued(page, token, 'answer')
  if (typeof open === 'string') return answer(page, overPage(page.language, open, `/p/proxy/${token}`))
  if (field(page.body, 'do') === 'decline') return decline(page, open)
  const slowed = await waitForTry(page.app.store.read, triesKey(page.app, sourceOf(page.req)), page.at)
  if (slowed > 0) return ask(page, open, { note: refusalNote(words[page.language].check.slowed, words[page.language].check.slowedNext), status: 429 })
  if (birthDateOf(page.body) !== open.patientBirthDate) return wrong(page, open, ask)
  return askAccount(page, open)
}

/** Takes the own account, one that is there or a new one, and opens the access from this instant on. */
export async function finishProxy(page: AtPage, token: string): Promise<void> {
  const open = await continued(page, token, 'account')
  if (typeof open === 'string') return answer(page, overPage(page.language, open, `/p/proxy/${token}`))
  if (field(page.body, 'do') === 'decline') return decline(page, open)
  return field(page.body, 'account') === 'new' ? withNewAccount(page, open) : withOwnAccount(page, open)
}

async function withOwnAccount(page: AtPage, open: Open): Promise<void> {
  const userName = userNameOf(page)
  const hash = await passwordOf(page.app.store.read, open.person, open.grant.portalId, userNameKey(userName))
  // As long whether or not there is such an account (AU-06).
  const password = field(page.body, 'password')
  const fits = hash === null ? (await hashPassword(password), false) : await passwordMatches(hash, password)
  if (!fits) return wrong(page, open, (at, it, more) => askAccount(at, it, { ...more, userName }))
  return settle(page, open, 'own')
}

async function withNewAccount(page: AtPage, open: Open): Promise<void> {
  const userName = userNameOf(page)
  const say = words[page.language].signIn
  const refuse = (fault: 'userBad' | 'userTaken' | 'differ' | 'short' | 'long' | 'common') =>
    askAccount(page, open, { note: refusalNote(say[fault], say[`${fault}Next`]), status: 422, userName, isNew: true })
  const password = field(page.body, 'password')
  if (!isUserName(userName)) return refuse('userBad')
  if (password !== field(page.body, 'repeat')) return refuse('differ')
  const may = mayTakePassword({ password, isCommon: isCommonPassword(password), shortest: SHORTEST_ALONE, knownWords: [userName, open.person.name, open.portalName] })
  if (!may.allowed) return refuse(may.code === 'PASSWORD_TOO_SHORT' ? 'short' : may.code === 'PASSWORD_TOO_LONG' ? 'long' : 'common')
  if (await isUserNameTaken(page.app.store.read, open.grant.portalId, userNameKey(userName))) return refuse('userTaken')
  const passwordHash = await hashPassword(password)
  return settle(page, open, 'new', { userName, passwordHash }).catch((error: unknown) => {
    if (isUniqueViolation(error)) return refuse('userTaken')
    throw error
  })
}

/** Opens it in one transaction, if it is still to be opened. */
async function settle(page: AtPage, open: Open, account: 'own' | 'new', made?: { userName: string; passwordHash: string }): Promise<void> {
  const { app, at, doing } = page
  const settled = await app.store.tx(async (w) => {
    const now = await openInvitation(w, open.tokenId, at)
    if (!now) return false
    if (made && await isUserNameTaken(w, now.grant.portalId, userNameKey(made.userName))) return 'taken' as const
    if (made) await makeAccount(w, app, doing.scene, now.grant, { ...made, userNameKey: userNameKey(made.userName) })
    await confirmGrant(w, app, doing.scene, now.grant, account)
    return true
  }, { over: 'set' })
  const say = words[page.language].signIn
  if (settled === 'taken') return askAccount(page, open, { note: refusalNote(say.userTaken, say.userTakenNext), status: 422, userName: made?.userName ?? '', isNew: true })
  return settled ? answer(page, proxyEnd(page.language, 'confirmed', open.portalName)) : over(page)
}

async function decline(page: AtPage, open: Open): Promise<void> {
  await page.app.store.tx(async (w) => {
    const now = await openInvitation(w, open.tokenId, page.at)
    if (now) await declineGrant(w, page.app, page.doing.scene, now.grant)
  })
  return answer(page, proxyEnd(page.language, 'declined', open.portalName))
}

type More = { note?: Page['body']; status?: number; userName?: string; isNew?: boolean }

/** Counts a wrong answer where it is kept for good, and slows whoever guesses from one place. */
async function wrong(page: AtPage, open: Open, again: (page: AtPage, open: Open, more: More) => Promise<void>): Promise<void> {
  const left = await page.app.store.tx(async (w) => {
    await countTry(w, triesKey(page.app, sourceOf(page.req)), page.at)
    const now = await openInvitation(w, open.tokenId, page.at)
    return now ? countWrongAnswer(w, page.app, page.doing.scene, now.grant) : 0
  })
  const say = proxyWords[page.language]
  return left > 0 ? again(page, open, { note: refusalNote(say.wrong, say.tries(left)), status: 422 }) : over(page)
}

async function ask(page: AtPage, open: Open, more: More = {}): Promise<void> {
  const form = await signForm(page.app, { about: open.tokenId, step: 'answer', tries: 0 }, page.at)
  const shown = proxyQuestion({ action: `/p/proxy/${open.token}`, form, language: page.language, note: more.note ?? null, portalName: open.portalName })
  await answer(page, { ...shown, ...(more.status ? { status: more.status } : {}) }, { path: `/p/proxy/${open.token}` })
}

async function askAccount(page: AtPage, open: Open, more: More = {}): Promise<void> {
  const form = await signForm(page.app, { about: open.tokenId, step: 'account', tries: 0 }, page.at)
  const shown = proxyAccount({
    action: `/p/proxy/${open.token}/account`, form, language: page.language, note: more.note ?? null, portalName: open.portalName, userName: more.userName ?? '', isNew: more.isNew ?? false,
  })
  await answer(page, { ...shown, ...(more.status ? { status: more.status } : {}) })
}

/** The invitation behind a form of ours for this step; otherwise which page ends it. */
async function continued(page: AtPage, token: string, step: 'answer' | 'account'): Promise<Open | 'form' | 'link'> {
  const form = await readForm(page.app, page.body.form, page.at)
  const open = await openOf(page, token)
  if (!open) return 'link'
  return isFromOurPage(page.app, page.req) && form?.about === open.tokenId && form.step === step ? open : 'form'
}

async function openOf(page: AtPage, token: string): Promise<Open | null> {
  const tokenId = verifyToken(page.app.secrets, 'proxy-confirm', token)
  const open = tokenId === null ? null : await openInvitation(page.app.store.read, tokenId, page.at)
  return open && tokenId !== null ? { ...open, tokenId, token } : null
}

function over(page: AtPage): Promise<void> {
  return answer(page, overPage(page.language, 'link'))
}

function userNameOf(page: AtPage): string {
  return field(page.body, 'userName').trim().normalize('NFC')
}
