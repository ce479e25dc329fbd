import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actions, actionTable, cellFor, cellOf, mayApprove, roleMay, rolesThatMay, type Action, type Cell } from '#domain/actions.ts'
import { roles, type Role } from '#domain/roles.ts'

/** What each sign lets a person do, in the words of the printed table. */
const says: Record<Cell, string> = {
  '-': 'cannot', Y: 'can', R: 'can, with a reason', S: 'can, with a fresh code', RS: 'can, with a reason and a fresh code',
  2: 'can ask, a second person approves', '2S': 'can ask with a fresh code, a second person approves', approve: 'approves what others ask',
}

/**
 * The table as security.md §1 has it, and what was derived from it, typed a second time by hand: front desk, helpline, clinician,
 * manager, privacy officer, administrator. An action without a line here does not compile.
 */
const expected: Record<Action, string> = {
  'patient.search': 'Y Y Y Y Y -',
  'patient.read': 'Y Y Y Y R -',
  'patient.create': 'R - - R - -',
  'patient.edit': 'R - - R - -',
  'patient.mark-deceased': 'R R R R - -',
  'patient.undo-deceased': '2 2 2 approve approve -',
  'chart.break-glass': 'R R R R R -',
  'patient.enroll': 'R - - R - -',
  'contact.change': 'RS - - RS - -',
  'preference.read': 'Y Y Y Y Y -',
  'preference.set': 'R R R R - -',
  'patient.export': '- - - - RS -',
  'patient.import': '- - - Y Y -',
  'import.read': '- - - Y Y Y',
  'appointment.read': 'Y Y Y Y - -',
  'enrollment.read': 'Y Y Y Y Y -',
  'enrollment.continue': 'Y - - Y - -',
  'enrollment.show-code': 'S - - S - -',
  'enrollment.undo': 'R R - R R -',
  'enrollment.measure': '- - - Y Y -',
  'invitation.read': 'Y Y - Y Y -',
  'invitation.resend': 'R R - R - -',
  'invitation.end': 'R R - R R -',
  'registration.read': 'Y Y - Y Y -',
  'registration.work': 'R R - R - -',
  'shared-contact.read': 'Y Y - Y Y -',
  'campaign.read': '- - - Y Y -',
  'campaign.run': '- - - R - -',
  'incident.read': '- - - - Y -',
  'incident.close': '- - - - R -',
  'recovery.reset': 'RS RS - - - -',
  'recovery.reset-after-contact-change': '2 2 - approve approve -',
  'recovery.restart-enrollment': '- RS - - - -',
  'recovery.read': 'Y Y - Y Y -',
  'recovery.work': 'Y Y - - - -',
  'recovery.see-document': 'Y - - - - -',
  'recovery.supervise': '- - - Y Y -',
  'incident.contain': '- - - - RS -',
  'proxy.grant': 'RS RS - R R -',
  'proxy.grant-disputed': '2 2 - approve approve -',
  'proxy.revoke': 'Y Y Y Y Y -',
  'proxy.read': 'Y Y Y Y R -',
  'proxy.worklist': 'Y Y Y Y Y -',
  'proxy.person': 'R R - R R -',
  'proxy.review': 'R R - R R -',
  'proxy.legal-status': '2 2 - approve approve -',
  'proxy.minor-consent': 'R - R - - -',
  'block.set': 'R R R R R -',
  'block.read': '- - - - Y -',
  'block.decide': '- - - - R -',
  'block.lift': '- - - 2 approve -',
  'contact.suppress': 'R R R R R -',
  'letter.print': 'Y Y - Y Y -',
  'message.worklist': 'Y Y Y Y Y -',
  'message.open': 'Y Y Y R R -',
  'message.read': '- Y Y R R -',
  'message.claim': 'Y Y Y - - -',
  'message.reply-administrative': 'Y Y Y - - -',
  'message.reply-clinical': '- - Y - - -',
  'message.note': 'Y Y Y Y - -',
  'message.forward': 'Y Y Y Y - -',
  'message.reassign': '- - Y Y - -',
  'message.move': 'R R R R - -',
  'message.bulk': '- - - Y - -',
  'canned-reply.read': 'Y Y Y Y - -',
  'canned-reply.change': '- - - Y - -',
  'queue.read': 'Y Y Y Y Y Y',
  'queue.change': '- - - Y - Y',
  'routing.change': '- - - Y - Y',
  'calendar.change': '- - - Y - Y',
  'result.see-held': '- Y Y Y - -',
  'result.release': '- - R - - -',
  'result.release-sensitive': '- - RS - - -',
  'result.read': '- - Y - - -',
  'result.hold': '- - RS - - -',
  'result.work': '- - R - - -',
  'result.comment': '- - Y - - -',
  'result.recall': '- - R - - -',
  'result.wish': '- - R - - -',
  'result.measure': '- - - Y Y -',
  'result.unowned': '- - - Y - -',
  'result.assign': '- - - R - -',
  'test-kind.read': '- - - Y Y -',
  'test-kind.say': '- - - RS - -',
  'hold.review': '- - - - R -',
  'sharing.read': '- - Y - - -',
  'sharing.change': '- - R - - -',
  'missing-lab.read': '- Y Y Y - -',
  'missing-lab.close': '- R R R - -',
  'lab-message.read': '- - - Y Y Y',
  'service-levels.read': '- Y Y Y Y -',
  'service-levels.export': '- - - Y Y -',
  'service-levels.fairness': '- - - Y Y -',
  'audit.read': '- - - - Y -',
  'audit.read-own-team': '- - - Y Y -',
  'audit.verify': '- - - - Y -',
  'audit.alter': '- - - - - -',
  'staff.read': '- - - Y Y Y',
  'staff.invite': '- - - - approve 2',
  'staff.resend-invitation': '- - - - - Y',
  'staff.change-roles': '- - - - approve 2S',
  'staff.enable': '- - - - approve 2',
  'staff.disable': '- - - - R R',
  'staff.end-sessions': '- - - - Y Y',
  'staff.change-sites': '- - - - - Y',
  'staff.reset-second-factor': '- - - - approve 2S',
  'staff.reset-password': '- - - - approve 2S',
  'practitioner.read': '- - Y Y Y Y',
  'practitioner.match': '- - - - - Y',
  'cover.set': '- - Y Y - -',
  'site.read': 'Y Y Y Y Y Y',
  'site.change': '- - - - - Y',
  'portal.read': 'Y Y Y Y Y Y',
  'policy.change': '- - - 2 approve -',
  'outbox.read': '- - - Y Y Y',
  'outbox.retry': '- - - - - Y',
  'job.read': '- - - Y Y Y',
  'system.read': '- - - - Y Y',
  'backup.run': '- - - - - -',
  'two-person.read': 'Y Y Y Y Y Y',
  'two-person.approve': '- - - S S -',
  'two-person.decline': '- - - Y Y -',
  'two-person.withdraw': 'Y Y Y Y Y Y',
  'session.own': 'Y Y Y Y Y Y',
  'account.own': 'Y Y Y Y Y Y',
  'account.renew-recovery-codes': 'S S S S S S',
  'live.listen': 'Y Y Y Y Y Y',
}

const cases = actions.flatMap((action) => roles.map((role, at) => {
  const cell = (expected[action].split(' ')[at] ?? '?') as Cell
  return { action, role, cell, sentence: `${role} ${says[cell]}: ${action}` }
}))

describe('who may do what, cell by cell', () => {
  test.each(cases)('AZ-01: $sentence', ({ action, role, cell }) => {
    expect(cellOf(action, role)).toBe(cell)
    const open = cell !== '-' && cell !== 'approve'
    const everything = { reasonGiven: true, stepUpFresh: true }
    expect(roleMay(action, [role], everything).allowed).toBe(open)
    expect(mayApprove(action, [role])).toBe(cell === 'approve')
    const without = (hurdle: keyof typeof everything) => roleMay(action, [role], { ...everything, [hurdle]: false })
    if (open) {
      expect(without('reasonGiven').allowed).toBe(!cell.includes('R'))
      expect(without('stepUpFresh').allowed).toBe(!cell.includes('S'))
    }
  })

  test('the hand-typed table has as many lines as there are actions, and six signs in each', () => {
    expect(Object.keys(expected).toSorted()).toEqual([...actions].toSorted())
    expect(Object.values(expected).filter((line) => line.split(' ').length !== roles.length)).toEqual([])
  })

  test('a refusal says what is missing, or who can', () => {
    const nothing = { reasonGiven: false, stepUpFresh: false }
    expect(roleMay('patient.export', ['privacy-officer'], nothing)).toMatchObject({ code: 'REASON_NEEDED' })
    expect(roleMay('patient.export', ['privacy-officer'], { ...nothing, reasonGiven: true })).toMatchObject({ code: 'STEP_UP_NEEDED' })
    expect(roleMay('patient.export', ['front-desk'], nothing)).toMatchObject({ code: 'ROLE_MAY_NOT', facts: { who: 'privacy-officer' } })
    expect(roleMay('audit.alter', ['administrator'], nothing)).toMatchObject({ facts: { who: 'nobody' } })
    expect(rolesThatMay('staff.invite')).toEqual(['administrator'])
  })
})

describe('a person with several roles', () => {
  const someRoles = fc.uniqueArray(fc.constantFrom<Role>(...roles), { maxLength: roles.length })
  const anyAction = fc.constantFrom<Action>(...actions)
  const anyHurdles = fc.record({ reasonGiven: fc.boolean(), stepUpFresh: fc.boolean() })

  test('has the union of the rights, and never more than one of the roles alone would allow', () => {
    fc.assert(fc.property(anyAction, someRoles, anyHurdles, (action, held, hurdles) => {
      const alone = (given: typeof hurdles) => held.some((role) => roleMay(action, [role], given).allowed)
      const everything = { reasonGiven: true, stepUpFresh: true }
      const noMore = !roleMay(action, held, hurdles).allowed || alone(hurdles)
      return noMore && roleMay(action, held, everything).allowed === alone(everything)
    }))
  })

  test('loses nothing by one role more, and approves when one of the roles approves', () => {
    fc.assert(fc.property(anyAction, someRoles, fc.constantFrom<Role>(...roles), (action, held, more) => {
      const everything = { reasonGiven: true, stepUpFresh: true }
      const wider = [...held, more]
      const kept = !roleMay(action, held, everything).allowed || roleMay(action, wider, everything).allowed
      return kept && mayApprove(action, wider) === wider.some((role) => cellOf(action, role) === 'approve')
    }))
  })

  test('nobody at all may do nothing at all', () => {
    for (const action of actions) expect(cellFor(action, [])).toBe('-')
  })
})

test('every action says where it comes from', () => {
  for (const action of actions) expect(actionTable[action].source).not.toBe('')
})
