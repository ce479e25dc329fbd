import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SheetAnswer } from '#domain/contracts/enrollment.ts'
import { identified, withCode, type Refused } from '#test/server/enrollment/enroll.ts'
import { buildPatient } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'
import { pdfText } from '#test/support/pdf-text.ts'

let practice: TestPractice
let desk: Desk
beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '10000' })
  desk = await practice.as('frontdesk1')
})
afterAll(() => practice.stop())

const sheet = async <Body = SheetAnswer>(id: string, body: Record<string, unknown>) => (await desk.post<Body>(`/api/enrollments/${id}/sheet`, body)).body
const textOf = ({ pdf }: SheetAnswer): string => pdfText(Buffer.from(pdf ?? '', 'base64')).join('').replaceAll(/\s/g, '').normalize('NFC')
const packed = (text: string): string => text.replaceAll(/\s/g, '').normalize('NFC')
/** The guide of somebody who only got as far as identity: no code, but the name. */
const guide = async (given: string, family: string): Promise<SheetAnswer> => {
  const made = await buildPatient(practice, { given, family, birthDate: '1990-03-22' })
  return sheet((await identified(desk, made.id)).id, {})
}

test('the sheet has name, portal, code in two groups, the page’s address, the steps and the helpline, in the patient’s language', async () => {
  const made = await buildPatient(practice, { given: 'Elvira', family: 'Pacheco', birthDate: '1990-03-22', language: 'es' })
  const { code, enrollment } = await withCode(practice, desk, made.id)
  const english = await sheet(enrollment.id, { code, language: 'en' })
  const text = textOf(english)
  for (const part of ['Activate your account on MyChart NY/NJ', 'Elvira Pacheco', `${code.slice(0, 4)} ${code.slice(4)}`, '/p', 'Type your birth date.', '1-833-678-8687', 'TTY 711', '911']) expect(text).toContain(packed(part))
  expect(text.replaceAll(code.slice(0, 4), '').replaceAll(code.slice(4), '')).not.toMatch(/1990|MRN|\uFFFD/)
  const spanish = textOf(await sheet(enrollment.id, { code }))
  for (const part of ['Active su cuenta en MyChart NY/NJ', 'Escriba su fecha de nacimiento.', 'contraseña', 'El contenido médico y los mensajes del portal están en inglés.', '911']) expect(spanish).toContain(packed(part))
})

test('a code that is not the one on this desk’s screen is not printed, and none gives the guide', async () => {
  const made = await buildPatient(practice, { family: 'Guide', birthDate: '1990-03-22' })
  const { enrollment } = await withCode(practice, desk, made.id)
  expect((await sheet<Refused>(enrollment.id, { code: 'CCCC DDDD' })).code).toBe('SHEET_CODE_DIFFERS')
  expect(textOf(await sheet(enrollment.id, {}))).toContain(packed('how to get it'))
})

test.each([
  ['María José', 'Núñez-Ibáñez de la Cruz'], ['Søren Ægir', 'Þórðarson'], ['Zoë', 'O’Neill-D’Angelo'], ['Łukasz', 'Dziętkiewicz'], ['Nguyễn Thị', 'Mỹ Hạnh'], ['Дмитрий', 'Щербаков'],
  ['Ελένη', 'Παπαδοπούλου'], ['İbrahim', 'Çağlayangil'], ['Jiří', 'Dvořák'], ['Ġorġ', 'Ħaż-Żebbuġ'], ['Oluwaṣeun', 'Adéṣínà'], ['Hubert Blaine', 'Wolfeschlegelsteinhausenbergerdorff'], ['X Æ A-Xii', 'Ng'],
])('%s %s is on the sheet as it is written', async (given, family) => {
  const text = textOf(await guide(given, family))
  expect(text).toContain(packed(`${given} ${family}`))
  expect(text).not.toContain('\uFFFD')
})

test.each([['محمد', 'عبد الله'], ['王', '小明'], ['अनिल', 'शर्मा'], ['김', '민준']])('%s %s is not printed with wrong signs: which letters are missing is said, and the page prints its view with the whole name', async (given, family) => {
  const { pdf, missing, view } = await guide(given, family)
  expect(pdf).toBeNull()
  expect(missing?.letters).not.toBe('')
  expect(missing?.sentence).toContain(missing?.letters ?? '-')
  expect(view.name).toBe(`${given} ${family}`)
})
