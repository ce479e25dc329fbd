import { mayContact, type ContactPurpose } from '#domain/contact-policy.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import { recordEvent, type AuditScene } from '#server/audit/recorder.ts'
import { findRecipient, type MailPerson } from '#server/outbox/person.ts'
import type { TemplateUse } from '#server/outbox/templates/templates.ts'

/** A mail to be sent because of an act. `scene` is the act's, so that the audit says whose doing it was. */
export type MailToQueue = TemplateUse & {
  scene: AuditScene
  person: MailPerson
  purpose: ContactPurpose
  /** Portal that it is about: somebody may not want its mail. */
  portalId?: string
  /** The address on file unless said otherwise: a notice to the one that was just taken off. */
  address?: string
  /** The person's own language unless said otherwise. */
  language?: Language
}

export type Queued = { queued: true; mailId: string } | { queued: false; code: ReasonCode }

/**
 * Writes a mail into the act's own transaction (DU-03), if the person may be written to. A no is an answer, audited,
 * and never undoes the act; say it to whoever acted.
 */
export async function queueMail(w: Writer, app: App, mail: MailToQueue): Promise<Queued> {
  const { scene, person } = mail
  const patientId = person.kind === 'patient' ? person.id : null
  const recipient = await findRecipient(w, person, mail.address)
  const decision = recipient ? mayContact(recipient.facts, 'email', mail.purpose, scene.at, mail.portalId) : { allowed: false as const, code: 'NOT_FOUND' as const }
  if (!recipient || !decision.allowed) {
    const code = decision.allowed ? 'NOT_FOUND' : decision.code
    await recordEvent(w, scene, {
      event: 'mail.withheld', outcome: 'refused', reasonCode: code, patientId, objectId: person.id, detail: { template: mail.template },
    })
    return { queued: false, code }
  }
  const mailId = app.random.id().replaceAll('-', '')
  await w.insert(w.t.outboxMails).values({
    id: mailId, template: mail.template, personKind: person.kind, personId: person.id, purpose: mail.purpose, portalId: mail.portalId ?? null,
    address: recipient.facts.address ?? '', language: mail.language ?? recipient.language, refs: JSON.stringify(mail.refs),
    messageId: `<${mailId}@${app.config.bounceDomain}>`, keyId: app.secrets.current('derive').id,
    state: 'queued', nextAttemptAt: scene.at, queuedAt: scene.at,
  })
  await recordEvent(w, scene, { event: 'mail.queued', patientId, objectId: person.id, detail: { template: mail.template, mailId } })
  w.announce('outbox', mailId)
  return { queued: true, mailId }
}
