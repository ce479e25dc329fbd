import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invitationEndsAt } from '#domain/portals/as-of.ts'
import { HOUR, isoOf, MINUTE } from '#domain/time.ts'
import { buildPolicy, instant, shippedPolicy } from '#test/domain/portals/build-portal.ts'
import { wallDateOf } from '#test/domain/portals/wall-clock.ts'

const endsAt = (sent: string, policy = shippedPolicy('myportal-ca')) => isoOf(invitationEndsAt(instant(sent), policy))

describe('R3 an invitation lives to the end of its 60th local day', () => {
  it('R3 sent at noon on 2 June in California it lives through 1 August there, the 60th day', () => {
    expect(endsAt('2026-06-02T19:00:00Z')).toBe('2026-08-02T07:00:00.000Z')
  })

  it('R3 the hour of sending plays no part: first and last minute of a day end together', () => {
    expect(endsAt('2026-06-02T07:00:00Z')).toBe('2026-08-02T07:00:00.000Z')
    expect(endsAt('2026-06-03T06:59:59.999Z')).toBe('2026-08-02T07:00:00.000Z')
  })

  it('R3 one millisecond into the next local day gives a day more', () => {
    expect(endsAt('2026-06-03T07:00:00Z')).toBe('2026-08-03T07:00:00.000Z')
  })

  it('R3 sent at 00:30 Eastern it has a day more in New York than in California', () => {
    expect(endsAt('2026-06-03T04:30:00Z', shippedPolicy('mychart-ny-nj'))).toBe('2026-08-03T04:00:00.000Z')
    expect(endsAt('2026-06-03T04:30:00Z')).toBe('2026-08-02T07:00:00.000Z')
  })

  it('R3 the end is local midnight when the clocks went forward in between', () => {
    expect(endsAt('2027-02-01T17:00:00Z', shippedPolicy('mychart-ny-nj'))).toBe('2027-04-03T04:00:00.000Z')
  })

  it('R3 the end is local midnight when the clocks went back in between', () => {
    expect(endsAt('2026-10-01T16:00:00Z', shippedPolicy('mychart-ny-nj'))).toBe('2026-12-01T05:00:00.000Z')
  })

  it.each([
    ['2026-09-01T12:00:00Z', 60, '2026-11-01T04:00:00.000Z'],
    ['2026-09-02T12:00:00Z', 60, '2026-11-02T05:00:00.000Z'],
    ['2027-01-12T12:00:00Z', 60, '2027-03-14T05:00:00.000Z'],
    ['2027-01-13T12:00:00Z', 60, '2027-03-15T04:00:00.000Z'],
  ])('R3 sent at %s for %i days it ends at %s, around a change of clocks', (sent, lifetimeDays, end) => {
    const { invitations } = buildPolicy()
    expect(endsAt(sent, buildPolicy({ invitations: { ...invitations, lifetimeDays } }))).toBe(end)
  })

  it('R3 another lifetime is a parameter: one day means to the end of tomorrow', () => {
    const { invitations } = buildPolicy()
    const policy = buildPolicy({ invitations: { ...invitations, lifetimeDays: 1 } })
    expect(endsAt('2026-06-02T19:00:00Z', policy)).toBe('2026-06-04T04:00:00.000Z')
  })

  it('R3 a resend counts from its own sending', () => {
    const policy = shippedPolicy('myportal-ca')
    const first = invitationEndsAt(instant('2026-06-02T19:00:00Z'), policy)
    const resent = invitationEndsAt(instant('2026-06-22T19:00:00Z'), policy)
    expect(resent - first).toBe(20 * 24 * HOUR)
  })

  it('R3 the end agrees with turning the pages of a wall calendar', () => {
    const { invitations } = buildPolicy()
    const minutes = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 })
    const zone = fc.constantFrom('America/New_York', 'America/Los_Angeles', 'Australia/Lord_Howe')
    fc.assert(fc.property(minutes, zone, fc.integer({ min: 1, max: 61 }), (minute, timeZone, lifetimeDays) => {
      const sentAt = instant('2025-01-01T00:00:00Z') + minute * MINUTE
      const policy = buildPolicy({ timeZone, invitations: { ...invitations, lifetimeDays } })
      expect(invitationEndsAt(sentAt, policy)).toBe(endByTurningPages(sentAt, timeZone, lifetimeDays))
    }), { numRuns: 30 })
  })
})

/** Walks in half hours and counts pages of the calendar; the page after the last one ends the invitation. */
function endByTurningPages(sentAt: number, timeZone: string, lifetimeDays: number): number {
  let at = sentAt - sentAt % (30 * MINUTE)
  let page = wallDateOf(at, timeZone)
  let turned = 0
  while (turned <= lifetimeDays) {
    at += 30 * MINUTE
    const next = wallDateOf(at, timeZone)
    if (next !== page) turned++
    page = next
  }
  return at
}
