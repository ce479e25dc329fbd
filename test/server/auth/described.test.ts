import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
beforeAll(async () => { practice = await openPractice() })
afterAll(() => practice.stop())

type Operation = { security?: unknown[]; parameters?: { name: string }[]; requestBody?: unknown; responses: Record<string, { content: Record<string, { schema: unknown }> }> }

test('signing in is described like every other operation, with what each step sends and gets', async () => {
  const { body } = await practice.nobody().get<{ paths: Record<string, Record<string, Operation>> }>('/api/openapi.json')
  const at = (path: string, method = 'post') => body.paths[path]?.[method]
  for (const path of ['/api/session', '/api/session/second-factor', '/api/staff-invitations/redeem']) {
    expect([path, at(path)?.security, at(path)?.requestBody !== undefined]).toEqual([path, [], true])
  }
  expect(at('/api/session', 'get')?.responses['200']?.content['application/json']?.schema).toBeDefined()
  expect(at('/api/session/step-up')?.parameters?.map((one) => one.name)).toEqual(['X-CSRF-Token'])
  expect(at('/api/session/step-up')?.security).toBeUndefined()
  expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/api/staff/{id}/disable', '/api/test/clock', '/api/account/password']))
  expect(Object.keys(body.paths)).not.toContain('/api/demo/enter')
})
