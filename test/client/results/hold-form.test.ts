import { expect, test } from 'vitest'
import { groundsFor, instantAt, recipientsOf } from '#client/results/hold-form.ts'
import type { holdGrounds } from '#domain/release/grounds.ts'

const ground = (recipient: 'patient' | 'representative', name: (typeof holdGrounds)[number], fits: boolean) => ({
  recipient, ground: name, fits, citedLaw: '45 CFR 171.201', message: fits ? null : 'Does not fit.', next: fits ? null : 'Release it.', longestEndAt: '2026-12-22T17:00:00Z',
})
const grounds = [ground('patient', 'substantial-harm', false), ground('representative', 'substantial-harm', true), ground('patient', 'data-doubtful', true), ground('representative', 'data-doubtful', true)]
const fitting = (from: Parameters<typeof groundsFor>[1]) => groundsFor({ grounds }, from).filter(({ fits }) => fits).map((one) => one.ground)

test('a ground fits where it fits everybody chosen; what does not fit stays with its reason', () => {
  const father = { recipient: 'representative' as const, personId: 'karl' }
  const patient = { recipient: 'patient' as const, personId: null }
  expect(fitting([father])).toEqual(['substantial-harm', 'data-doubtful'])
  expect(fitting([father, patient])).toEqual(['data-doubtful'])
  expect(groundsFor({ grounds }, [patient]).find(({ fits }) => !fits)).toMatchObject({ ground: 'substantial-harm', message: 'Does not fit.', next: 'Release it.' })
})

test('an end is the wall clock of the practice, also over a change of the clocks', () => {
  expect(instantAt('2026-11-27', '17:00', 'America/New_York')).toBe(Date.parse('2026-11-27T22:00:00Z'))
  expect(instantAt('2026-03-08', '17:00', 'America/New_York')).toBe(Date.parse('2026-03-08T21:00:00Z'))
  expect(instantAt('2026-11-01', '00:30', 'America/New_York')).toBe(Date.parse('2026-11-01T04:30:00Z'))
  expect(instantAt('', '17:00', 'America/New_York')).toBeNull()
})

test('a hold may also be from every representative who comes later', () => {
  expect(recipientsOf([]).map(({ key }) => key)).toEqual(['every'])
})
