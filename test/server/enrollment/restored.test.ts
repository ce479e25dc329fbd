import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InvitationAnswer } from '#domain/contracts/invitations.ts'
import { systemActor } from '#server/audit/recorder.ts'
import { closeOpenDoors } from '#server/operations/close-open-doors.ts'
import { mailed, readDraft, showCode, withCode } from '#test/server/enrollment/enroll.ts'
import { mailWith, pathOf } from '#test/server/enrollment/mailbox.ts'
import { birth, patientBrowser } from '#test/server/enrollment/patient-browser.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
beforeAll(async () => { practice = await openPractice() })
afterAll(() => practice.stop())

test('OP-02: after a restore no link and no code of before opens anything; the invitation is explained and goes out anew', async () => {
  const before = await practice.as('frontdesk1')
  const [one, other] = [await buildPatient(practice, { family: 'Linked', birthDate: '1985-05-05', email: 'linked@example.org' }), await buildPatient(practice, { family: 'Coded', birthDate: '1985-05-05' })]
  const draft = await mailed(before, one.id)
  const mail = await mailWith(practice, 'linked@example.org', '/p/i/')
  const shown = await withCode(practice, before, other.id)
  const { clock, app } = practice
  const closed = await app.store.tx((w) => closeOpenDoors(w, { actor: systemActor, at: clock.now(), requestId: null, sourceAddress: null }, []))
  expect(closed).toMatchObject({ linksEnded: 2, codesEnded: 1 })

  const phone = patientBrowser(practice.origin)
  expect((await phone.open(pathOf(mail))).title).toBe('This page has ended')
  await phone.open('/p')
  expect(await phone.send({ code: shown.code, ...birth('1985-05-05') })).toMatchObject({ title: 'Let’s check it is you', refusal: expect.any(String) as string })

  const desk = await practice.as('frontdesk1')
  const invitation = (await desk.get<InvitationAnswer>(`/api/invitations/${draft.invitation?.id ?? ''}`)).body
  expect(invitation).toMatchObject({ diagnosis: { cause: 'LINK_DEAD', next: { action: 'resend' } } })
  clock.advance(3 * 60_000)
  expect((await desk.post(`/api/invitations/${invitation.id}/resend`, { reason: 'restored' }, { version: invitation.version })).status).toBe(200)
  expect((await phone.open(pathOf(await mailWith(practice, 'linked@example.org', '/p/i/', 2)))).title).toBe('Your invitation')
  const again = await showCode(practice, desk, await readDraft(desk, shown.enrollment.id))
  expect(again.code).not.toBe(shown.code)
})
