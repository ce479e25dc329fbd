import type { Page } from 'playwright-core'
import { addDays, localDateOf } from '#domain/time.ts'
import { fromPage } from '#test/support/from-page.ts'

const ZONE = 'America/New_York'
const today = () => localDateOf(Date.now(), ZONE)
const distinct = { reason: 'Made for this test' }

async function made(page: Page, path: string, body: object, stepUp?: { action: 'proxy.grant'; objectId: string }): Promise<string> {
  const answer = await fromPage<{ id: string }>(page, 'POST', path, { body, stepUp })
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
  return answer.body.id
}

/** A child who turns twelve in thirteen days, at the desk's own site. */
export async function childOf(page: Page, family: string): Promise<string> {
  const { body } = await fromPage<{ session: { staff: { siteId: string } } }>(page, 'GET', '/session')
  const turning = addDays(today(), 13)
  return made(page, '/patients', {
    legalGiven: 'Ossie', legalFamily: family, birthDate: `${Number(turning.slice(0, 4)) - 12}${turning.slice(4)}`, siteId: body.session.staff.siteId, reason: 'New here', override: distinct,
  })
}

/** Somebody who can be a proxy, with an address of their own. */
export function proxyPerson(page: Page, given: string, family: string): Promise<string> {
  return made(page, '/proxy-persons', { legalGiven: given, legalFamily: family, birthDate: '1985-05-05', email: `parent.${family.toLowerCase()}@example.org`, reason: 'At the desk', override: distinct })
}

/** A parent's access, granted at the desk; it waits for the parent. */
export function parentAccess(page: Page, patientId: string, personId: string): Promise<string> {
  return made(page, `/patients/${patientId}/grant-access`, {
    portalId: 'mychart-ny-nj', personId, relationship: 'mother', basis: 'parent', levelId: 'full', reviewOn: addDays(today(), 300), documents: [{ kind: 'birth-certificate' }],
    verifiedHow: 'photo-id', reason: 'At the desk',
  }, { action: 'proxy.grant', objectId: patientId })
}

/** A court order against Carlos Vega. */
export function blockOnVega(page: Page, patientId: string): Promise<string> {
  return made(page, `/patients/${patientId}/blocks`, {
    kind: 'court-order', note: 'Order of the third of May', names: [{ given: 'Carlos', family: 'Vega' }], emails: ['carlos.vega@gmail.com'], reason: 'Shown at the desk',
  })
}
