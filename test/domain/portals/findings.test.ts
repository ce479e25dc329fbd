import { describe, expect, it } from 'vitest'
import { findingsOf, ruleNoteOf, ruleNotesOf } from '#domain/portals/findings.ts'
import type { Finding } from '#domain/portals/findings.ts'
import { ruleGroups } from '#domain/portals/policy.ts'
import { buildPolicy, shippedPolicy, shippedPortalIds } from '#test/domain/portals/build-portal.ts'
import type { ShippedPortalId } from '#test/domain/portals/build-portal.ts'

describe.each(shippedPortalIds)('%s says where its rules come from', (portalId) => {
  const policy = shippedPolicy(portalId)

  it.each(ruleGroups)('the group %s names a source for each of its rules', (group) => {
    expect(policy[group].notes.length).toBeGreaterThan(0)
    expect(policy[group].notes.every(({ sources }) => sources.length > 0)).toBe(true)
  })

  it('no rule claims that a lawyer has read it', () => {
    expect(ruleNotesOf(policy).map(({ note }) => note.lastLegallyReviewedOn)).not.toContainEqual(expect.any(String))
    const never = findingsOf(policy).filter(({ finding }) => finding === 'NEVER_LEGALLY_REVIEWED')
    expect(never).toHaveLength(ruleNotesOf(policy).length)
  })

  it('a rule stands in one group only', () => {
    const rules = ruleNotesOf(policy).map(({ note }) => note.rule)
    expect(new Set(rules).size).toBe(rules.length)
  })
})

const flagged: [string, Finding['finding'], ShippedPortalId[]][] = [
  ['R22', 'SOURCE_CONTRADICTS_ITSELF', ['mychart-ny-nj']],
  ['R23', 'NO_ADOLESCENT_RULE_PUBLISHED', ['nextgen-legacy', 'followmyhealth']],
  ['R25', 'SOURCE_SILENT_ON_ADULTHOOD', ['myportal-ca']],
  ['R63', 'STRICTER_THAN_CITED_LAW', ['myportal-ca']],
  ['R64', 'SOURCE_NAMES_NO_STATE', ['followmyhealth']],
  ['R80', 'SOURCE_WORDING_OPEN', ['mychart-ny-nj', 'nextgen-legacy']],
  ['R85', 'SOURCE_UNDATED', ['nextgen-legacy', 'caremount', 'myportal-ca', 'followmyhealth']],
]

it.each(flagged)('%s carries the finding %s on exactly the portals where it is so', (rule, finding, portalIds) => {
  const carrying = shippedPortalIds.filter((portalId) => (
    findingsOf(shippedPolicy(portalId)).some((each) => each.rule === rule && each.finding === finding)
  ))
  expect(carrying).toEqual(portalIds)
})

describe('the note of one rule', () => {
  it('R63 names the law it goes beyond', () => {
    expect(ruleNoteOf(shippedPolicy('myportal-ca'), 'R63')).toMatchObject({
      sources: ['S2'], citedLaw: 'Cal. Health & Safety Code 123148', stricterThanCitedLaw: true,
    })
  })

  it('a rule that a portal does not have has no note', () => {
    expect(ruleNoteOf(shippedPolicy('mychart-ny-nj'), 'R63')).toBeNull()
  })

  it('a rule that a lawyer has read, and that keeps to the law, leaves no finding', () => {
    const { leaving } = buildPolicy()
    const notes = leaving.notes.map((note) => ({ ...note, lastLegallyReviewedOn: '2026-11-01', findings: [] }))
    const reviewed = buildPolicy({ leaving: { ...leaving, notes } })
    expect(findingsOf(reviewed).filter(({ group }) => group === 'leaving')).toEqual([])
  })
})
