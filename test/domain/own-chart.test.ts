import { describe, expect, test } from 'vitest'
import { mayActOnChart, needsBreakGlassToRead, relationToChart, type ChartFacts } from '#domain/own-chart.ts'

const chart = (more: Partial<ChartFacts> = {}): ChartFacts => ({ patientId: 'p1', householdPatientIds: [], proxyPatientIds: [], sharesContact: false, ...more })
const me = { patientId: 'me' }

describe('nobody acts on their own chart, their household’s, or one they are proxy for', () => {
  test.each([
    ['own', chart({ patientId: 'me' })],
    ['household', chart({ householdPatientIds: ['x', 'me'] })],
    ['proxy', chart({ proxyPatientIds: ['me'] })],
  ] as const)('%s: acts are refused, reading takes break-glass', (relation, facts) => {
    expect(relationToChart(me, facts)).toBe(relation)
    expect(mayActOnChart(me, facts)).toMatchObject({ allowed: false, code: 'OWN_OR_HOUSEHOLD_CHART' })
    expect(needsBreakGlassToRead(me, facts)).toBe(true)
  })

  test('the same address or phone only asks; a stranger’s chart does not even ask', () => {
    expect(relationToChart(me, chart({ sharesContact: true }))).toBe('perhaps')
    expect(mayActOnChart(me, chart({ sharesContact: true }))).toEqual({ allowed: true })
    expect(relationToChart(me, chart({ householdPatientIds: ['x'], proxyPatientIds: ['y'] }))).toBe('none')
    expect(needsBreakGlassToRead(me, chart())).toBe(false)
  })

  test('the nearest tie is named first', () => {
    expect(relationToChart(me, chart({ patientId: 'me', householdPatientIds: ['me'], sharesContact: true }))).toBe('own')
    expect(relationToChart(me, chart({ householdPatientIds: ['me'], proxyPatientIds: ['me'] }))).toBe('household')
  })

  test('a member of staff who is no patient here is near to no chart', () => {
    expect(relationToChart({ patientId: null }, chart({ sharesContact: true }))).toBe('none')
    expect(mayActOnChart({ patientId: null }, chart()).allowed).toBe(true)
  })
})
