import type { z } from 'zod'
import type { AuditFact } from '#domain/audit-events.ts'
import type { SheetAnswer, sheetBody } from '#domain/contracts/enrollment.ts'
import { typedCode } from '#domain/enrollment/codes.ts'
import { sheetWords } from '#domain/enrollment/sheet-words.ts'
import { displayName } from '#domain/names.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { Instant, TimeZone } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { draftToRead, type DraftScene } from '#server/enrollment/draft-scene.ts'
import { QR_PURPOSE, shortUrlOf } from '#server/enrollment/show-code.ts'
import { drawSheet } from '#server/enrollment/sheet-pdf.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { codeOf } from '#server/invitations/invitations.ts'
import { deriveToken } from '#server/outbox/derive.ts'
import { findPractice } from '#server/practice.ts'
import { sameSecret } from '#server/secrets.ts'

type Asked = { params: { id: string }; body: z.infer<typeof sheetBody> }

/**
 * The page to take along. Whoever prints a code has it on the screen: it comes with the question and is compared, so that no
 * code leaves the server a second time (ID-04). Without one it is the guide for coming back.
 */
export async function printSheet(db: Reader, act: Act, { params, body }: Asked): Promise<Outcome<SheetAnswer>> {
  const scene = await draftToRead(db, act, params.id)
  if ('refused' in scene) return scene
  const { app, at } = act
  const { code, chart, portal } = scene
  if (body.code !== null && !isShownNow(act, scene, body.code)) return refuse('SHEET_CODE_DIFFERS')
  const withCode = body.code !== null && code !== null
  const language: Language = body.language ?? (scene.draft.language === 'es' ? 'es' : 'en')
  const view = sheetWords({
    name: displayName(chart), practiceName: (await findPractice(db))?.name ?? '', portalName: portal.name,
    code: withCode ? codeOf(app, code) : null, url: withCode ? `${app.origin()}/p/c/${deriveToken(app.secrets, QR_PURPOSE, code.id, code.keyId)}` : null,
    shortUrl: shortUrlOf(app), endsAtText: withCode ? wallClock(code.endsAt, portal.policy.timeZone, language) : null,
    contacts: portal.policy.contacts, clinicalContentIsEnglish: !portal.policy.languages.clinicalContent.includes('es'),
  }, language)
  const sheet = await drawSheet(view)
  const missing = 'missing' in sheet ? sheet.missing : null
  return done({
    fileName: `activate-${portal.id}-${language}-${at}.pdf`, pdf: 'pdf' in sheet ? sheet.pdf.toString('base64') : null,
    missing: missing === null ? null : { letters: missing, sentence: missingSentence(missing, act.language) }, view,
  })
}

/** Whether the desk that asks has just been shown this very code, and it still lives. */
function isShownNow({ app, at, actor }: Act, { code }: DraftScene, typed: string): boolean {
  const plain = typedCode(typed)
  return code !== null && code.kind === 'desk' && code.madeBy === actor.id && at < code.endsAt && (code.state === 'live' || code.state === 'connected')
    && plain !== null && sameSecret(codeOf(app, code), plain)
}

function wallClock(at: Instant, zone: TimeZone, language: Language): string {
  return new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { timeZone: zone, hour: 'numeric', minute: '2-digit' }).format(at)
}

function missingSentence(letters: string, language: Language): string {
  return language === 'es'
    ? `La hoja no puede mostrar estas letras del nombre: ${letters}. Imprima la vista de esta página.`
    : `The sheet cannot show these letters of the name: ${letters}. Print this page’s view instead.`
}

export function auditOfSheet(answer: SheetAnswer, { params }: Asked): AuditFact {
  return { event: 'enrollment.sheet-printed', objectId: params.id, detail: { language: answer.view.language, withCode: answer.view.code !== null } }
}
