import type { CampaignAnswer } from '#domain/contracts/campaigns.ts'
import type { FiguresAnswer } from '#domain/contracts/enrollment-figures.ts'
import type { InvitationAnswer, InvitationRow } from '#domain/contracts/invitations.ts'

/** An invitation by e-mail to Bonnie that came back. */
export function buildInvitationRow(more: Partial<InvitationRow> = {}): InvitationRow {
  return {
    id: 'inv-1', version: 3, patientId: 'bonnie', name: 'Bonnie Marvin', birthDate: '1996-09-26', age: 30, mrnTail: '77aa', lookAlike: false, portalId: 'mychart-ny-nj', portalName: 'MyChart NY/NJ',
    siteName: 'Main Street', channel: 'email', addressMasked: 'b···@mail.example', state: 'bounced', stateAt: '2026-11-24T15:21:00.000Z', sentAt: '2026-11-24T15:20:00.000Z',
    endsAt: '2027-01-24T05:00:00.000Z', sends: 1, next: 'fix-address', ...more,
  }
}

export function buildInvitation(more: Partial<InvitationAnswer> = {}): InvitationAnswer {
  const { diagnosis, ...rest } = more
  return {
    ...buildInvitationRow(), language: 'en', createdAt: '2026-11-24T15:20:00.000Z', createdBy: 'Rosa Delgado', enrollmentId: null, campaignId: null,
    history: [{
      number: 1, channel: 'email', addressMasked: 'b···@mail.example', sentAt: '2026-11-24T15:20:00.000Z', sentBy: 'Rosa Delgado', reason: 'Asked for it', mailState: 'bounced', mailStatus: '5.1.1',
      handedAt: '2026-11-24T15:20:10.000Z', bouncedAt: '2026-11-24T15:21:00.000Z', linkWorks: false,
    }],
    steps: { openedAt: null, connectedAt: null, termsAt: null, agreementAt: null, acceptedAt: null, acceptedVia: null }, ended: null, mayResend: null, mayCancel: null,
    diagnosis: diagnosis ?? {
      cause: 'BOUNCED', message: 'The mail came back: that mailbox does not exist.', say: 'The mail did not reach you. Which address do you read?', rule: 'R2', next: { action: 'fix-address', text: 'Ask for the right address.' },
      facts: {
        addressMasked: 'b···@mail.example', sentAt: '2026-11-24T15:20:00.000Z', endsAt: '2027-01-24T05:00:00.000Z', lastTriedAt: '2026-11-24T15:21:00.000Z', mailStatus: '5.1.1',
        subject: 'You’re invited to create a Patient Portal account with Optum.', sender: 'Optum', expectedByOn: null, supportContact: '1-833-678-8687',
      },
    },
    ...rest,
  }
}

export function buildCampaign(more: Partial<CampaignAnswer> = {}): CampaignAnswer {
  return {
    id: 'camp-1', version: 2, name: 'Legacy, Main Street', portalId: 'mychart-ny-nj', portalName: 'MyChart NY/NJ', siteName: 'Main Street', state: 'running', perHour: 100, createdAt: '2026-11-24T14:00:00.000Z',
    cohort: { portalId: 'mychart-ny-nj', siteId: 'main', standing: null, ageFrom: null, ageTo: null }, createdBy: 'Priya Nair', endedAt: null, progress: { waiting: 1068, sent: 772, leftOut: 31, cancelled: 0 },
    endsAbout: '2026-11-24T17:12:00.000Z', outcome: { queued: 0, handed: 763, refused: 0, bounced: 9, opened: 0, accepted: 0, expired: 0, declined: 0, cancelled: 0 }, leftOut: [{ code: 'CONTACT_OPTED_OUT', message: 'They do not want mail.', next: 'Ask at the desk.', rule: 'R71', say: null, count: 31 }], ...more,
  }
}

const funnel = { invited: 40, opened: 30, activated: 20, declined: 4, expired: 3, failed: 2 }
export function buildFigures(more: Partial<FiguresAnswer> = {}): FiguresAnswer {
  return {
    from: '2026-08-27', to: '2026-11-24', total: funnel, byPortal: [{ ...funnel, portalId: 'mychart-ny-nj', name: 'MyChart NY/NJ' }], bySite: [{ ...funnel, siteId: 'main', name: 'Main Street' }],
    byChannel: [{ ...funnel, channel: 'email' }], byWeek: [{ ...funnel, weekOf: '2026-11-16' }], hoursToActivate: { median: 0.5, p90: 60, people: 20 },
    declines: [{ reason: 'privacy-worry', count: 3 }], deferrals: [], openNow: 5, ...more,
  }
}
