import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportAnswer, PreviewAnswer, RefusalRow } from '#domain/contracts/feeds.ts'
import { openPractice, type Answer, type Desk, type TestPractice } from '#test/support/desk.ts'
import { eventually } from '#test/support/waiting.ts'

let practice: TestPractice
let manager: Desk
let siteId: string
beforeAll(async () => {
  practice = await openPractice({ IMPORT_MAX_MB: '1' })
  manager = await practice.as('manager1')
  siteId = (await practice.app.store.read.select().from(practice.app.store.read.t.sites))[0]?.id ?? ''
})
afterAll(() => practice.stop())

const roster = 'MRN,Last Name,First Name,DOB,SSN\r\n=1+1,Doe,Jo,1/1/80,1\r\nB-2,Ng,Wei,3/4/30,2\r\nB-3,Muñoz,José,2/30/80,3\r\n'

/** Sends a piece of a file's content. */
async function send(desk: Desk, id: string, content: Buffer, from = 0, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${practice.origin}/api/imports/${id}/content?from=${from}`, {
    method: 'POST', body: new Uint8Array(content),
    headers: {
      Cookie: desk.cookie ?? '', 'X-CSRF-Token': desk.csrf ?? '', Origin: practice.origin, 'Content-Type': 'application/octet-stream',
      'Idempotency-Key': randomUUID(), ...headers,
    },
  })
  return { status: response.status, headers: response.headers, body: await response.json() as Record<string, unknown> }
}

async function upload(content: Buffer, fileName = 'roster.csv', source = 'http-roster'): Promise<string> {
  const made = await manager.post<ImportAnswer>('/api/imports', { source, fileName, size: content.length })
  expect([made.status, made.body.state]).toEqual([200, 'draft'])
  expect((await send(manager, made.body.id, content)).body).toEqual({ received: content.length, complete: true })
  return made.body.id
}

const ended = (id: string, desk = manager) => eventually('the import ends', async () => {
  const { body } = await desk.get<ImportAnswer>(`/api/imports/${id}`)
  return ['done', 'failed', 'cancelled'].includes(body.state) ? body : null
})

test('a manager uploads a roster, looks at it, tries it, imports it, and reads what was not taken', async () => {
  const id = await upload(Buffer.from(roster))
  const preview = await manager.post<PreviewAnswer>(`/api/imports/${id}/preview`)
  expect(preview.status).toBe(200)
  expect(preview.body.table).toMatchObject({ columns: ['mrn', 'family', 'given', 'birth-date', 'never-kept'], neverKept: [4], faults: [], saved: [] })
  expect(preview.body.rows.map((row) => row.name)).toEqual([null, 'Wei Ng', null])
  const mapping = preview.body.table?.mapping

  await manager.post(`/api/imports/${id}/start`, { dryRun: true, siteId, mapping, saveMappingAs: 'Monthly roster' })
  const tried = await ended(id)
  expect([tried.dryRun, tried.read, tried.created, tried.refused]).toEqual([true, 3, 1, 2])
  const { patients } = practice.app.store.read.t
  const here = () => practice.app.store.read.select().from(patients).where(eq(patients.source, 'http-roster'))
  expect(await here()).toEqual([])

  expect((await manager.post(`/api/imports/${id}/start`, { dryRun: false, siteId, mapping })).status).toBe(200)
  const done = await ended(id)
  expect([done.state, done.read, done.created, done.refused]).toEqual(['done', 3, 1, 2])
  expect((await here()).map((one) => one.legalFamily)).toEqual(['Ng'])
  expect((await manager.post<{ code: string }>(`/api/imports/${id}/start`, { dryRun: false, siteId, mapping })).body.code).toBe('IMPORT_OVER')

  const report = await manager.get<RefusalRow[]>(`/api/imports/${id}/refusals`, { 'Accept-Language': 'es' })
  expect(report.body.map((one) => [one.line, one.rows])).toEqual([[2, 1], [4, 1]])
  expect(report.body[1]?.message).toBe('Fecha de nacimiento: La fecha de nacimiento no es un día del calendario.')
  const saved = await manager.get<{ name: string }[]>('/api/import-mappings')
  expect(saved.body.map((one) => one.name)).toEqual(['Monthly roster'])
})

test('IN-08: the report as a file is made here, recorded, an attachment, and holds no formula', async () => {
  const content = Buffer.from('MRN,Last Name,First Name,DOB\r\n1,Doe,Jo,2/30/80\r\n')
  const id = await upload(content, '=cmd|calc.csv', 'formula-roster')
  const { body } = await manager.post<PreviewAnswer>(`/api/imports/${id}/preview`)
  await manager.post(`/api/imports/${id}/start`, { dryRun: false, siteId, mapping: body.table?.mapping })
  await ended(id)
  const file = await manager.get<string>(`/api/imports/${id}/refusals.csv`)
  expect(file.headers.get('content-disposition')).toContain('attachment')
  expect(file.headers.get('cache-control')).toBe('no-store')
  const lines = file.body.split('\r\n')
  expect(lines[0]).toContain('File,Line,Kind,Rows')
  expect(lines[1]).toMatch(/^'=cmd\|calc\.csv,2,/)
  const { auditEvents: e } = practice.app.store.read.t
  const read = await practice.app.store.read.select().from(e).where(eq(e.event, 'import.report-read'))
  expect(read.some((one) => one.objectId === id && one.actorId === manager.staffId)).toBe(true)
})

test('content comes in pieces, each from where the last one ended, into a file that is the owner’s alone', async () => {
  const content = Buffer.from(roster)
  const { body: made } = await manager.post<ImportAnswer>('/api/imports', { source: 'pieces', fileName: 'roster.csv', size: content.length })
  expect((await send(manager, made.id, content.subarray(0, 20))).body).toEqual({ received: 20, complete: false })
  expect((await manager.post<{ code: string }>(`/api/imports/${made.id}/preview`)).body.code).toBe('IMPORT_NOT_COMPLETE')
  const twice = await send(manager, made.id, content.subarray(0, 20))
  expect([twice.status, twice.body.code, twice.body.message]).toEqual([409, 'IMPORT_NOT_COMPLETE', `The file has not arrived whole: 20 of ${content.length} bytes.`])
  expect((await send(manager, made.id, Buffer.concat([content.subarray(20), content]), 20)).status).toBe(413)
  expect((await send(manager, made.id, content.subarray(20), 20)).body).toEqual({ received: content.length, complete: true })
  const { importFiles } = practice.app.store.read.t
  const [file] = await practice.app.store.read.select().from(importFiles).where(eq(importFiles.importId, made.id))
  expect((statSync(file?.path ?? '').mode & 0o777).toString(8)).toBe('600')
  const large = await manager.post<{ code: string }>('/api/imports', { source: 'pieces', fileName: 'x.csv', size: 1024 * 1024 + 1 })
  expect([large.status, large.body.code]).toEqual([413, 'IMPORT_FILE_TOO_LARGE'])
})

test('AZ-01, IN-09: content is taken only from who may import, from our own pages, with the session’s token; the administrator sees counts', async () => {
  const { body: made } = await manager.post<ImportAnswer>('/api/imports', { source: 'guarded', fileName: 'private.csv', size: 5 })
  const content = Buffer.from('12345')
  expect((await send(practice.nobody(), made.id, content)).status).toBe(401)
  expect((await send(await practice.as('frontdesk1'), made.id, content)).body.code).toBe('ROLE_MAY_NOT')
  expect((await send(manager, made.id, content, 0, { 'X-CSRF-Token': 'x' })).status).toBe(403)
  expect((await send(manager, made.id, content, 0, { Origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await send(manager, made.id, content, 0, { 'Idempotency-Key': '' })).status).toBe(400)
  expect((await manager.get<ImportAnswer>(`/api/imports/${made.id}`)).body.files[0]).toMatchObject({ name: 'private.csv', received: 0 })
  const admin = await practice.as('admin1')
  expect((await admin.get<ImportAnswer>(`/api/imports/${made.id}`)).body.files[0]?.name).toBeNull()
  expect((await admin.get(`/api/imports/${made.id}/refusals.csv`)).status).toBe(403)
  const officer = await practice.as('privacy1')
  expect((await send(officer, made.id, content)).status).toBe(200)
})
