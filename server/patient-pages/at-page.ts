import type { Request, Response } from 'express'
import type { Language } from '#domain/reasons/text.ts'
import type { Instant } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import type { PortalNow } from '#server/contacts/contacts.ts'
import { comesFromHere, languageOf, sourceOf } from '#server/http/request.ts'
import type { Doing } from '#server/invitations/invitations.ts'
import { sendPage, type Page, type PageScene } from '#server/patient-pages/frame.ts'
import { findPractice } from '#server/practice.ts'

/** One request at a patient page. Who it is for is not known before a code and a birth date have said so. */
export type AtPage = { app: App; req: Request; res: Response; at: Instant; language: Language; doing: Doing; body: Record<string, unknown> }

export function atPage(app: App, req: Request, res: Response): AtPage {
  const at = app.clock.now()
  const body = (req.body ?? {}) as Record<string, unknown>
  return {
    app, req, res, at, body, language: spokenLanguage(req, body),
    doing: { app, at, by: 'patient', scene: { actor: { id: 'patient', roles: [] }, at, requestId: String(res.locals.requestId), sourceAddress: sourceOf(req) } },
  }
}

/** The language that was chosen on the page, else the one that the browser asks for. */
function spokenLanguage(req: Request, body: Record<string, unknown>): Language {
  const chosen = switchedTo(body) ?? body.lang ?? req.query.lang
  return chosen === 'es' || chosen === 'en' ? chosen : languageOf(req)
}

/** The other language, where its button was pressed instead of the step's own; nothing else is done then. */
export function switchedTo(body: Record<string, unknown>): Language | null {
  return body.do === 'lang-es' ? 'es' : body.do === 'lang-en' ? 'en' : null
}

/** A field of a form as text; nothing else is ever read. */
export function field(body: Record<string, unknown>, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/**
 * Whether a form was sent from our own page: what the browser says of where it comes from, where it says so. Pages without a
 * referrer send `null` as their origin; the signed field then stands alone (IN-09).
 */
export function isFromOurPage(app: App, req: Request): boolean {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = req.headers
  return origin === undefined || origin === 'null' || comesFromHere(app, req)
}

/** Answers with a page. What was asked for by its address has the other language there; a step of a form has it by the form. */
export async function answer(page: AtPage, content: Page, more: { portal?: PortalNow | null; path?: string | null; isStep?: boolean } = {}): Promise<void> {
  const scene: PageScene = {
    other: more.isStep ? 'form' : otherPath(page, more.path), practiceName: (await findPractice(page.app.store.read))?.name ?? '', language: page.language, contacts: more.portal?.policy.contacts ?? null,
  }
  sendPage(page.res, scene, content)
}

function otherPath({ req }: AtPage, path: string | null | undefined): { path: string } | null {
  if (path) return { path }
  return req.method === 'GET' ? { path: req.baseUrl + req.path } : null
}
