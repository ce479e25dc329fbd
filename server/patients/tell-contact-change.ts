import { ageAt } from '#domain/birthdays.ts'
import { mailboxKey } from '#domain/mailbox.ts'
import type { Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'
import type { AuditScene } from '#server/audit/recorder.ts'
import { queueMail } from '#server/outbox/queue-mail.ts'
import { mailboxesOfOthers } from '#server/patients/contacts-of.ts'

export type ContactChange = {
  scene: AuditScene
  patient: { id: string; birthDate: string }
  /** What was changed, and where: at a desk, or by a feed. */
  kind: 'phone' | 'email'
  by: 'desk' | 'feed'
  /** Every contact that was or is on file: the one that went, the one that came, and the rest. */
  contacts: readonly { kind: string; value: string }[]
}

/**
 * Writes to every own address that a contact was changed, the one just taken off and the new one among them (ID-03); an
 * address shared with others hears nothing (R10). Answers how many are told.
 */
export async function tellOfChange(w: Writer, app: App, { scene, patient, kind, by, contacts }: ContactChange): Promise<number> {
  const others = await mailboxesOfOthers(w, patient.id, ageAt(patient.birthDate, scene.at, app.config.practiceTimeZone))
  const addresses = new Map(contacts.filter((row) => row.kind === 'email').map((row) => [mailboxKey(row.value), row.value]))
  let told = 0
  for (const [mailbox, address] of addresses) {
    if (others.has(mailbox)) continue
    const mail = await queueMail(w, app, {
      scene, person: { kind: 'patient', id: patient.id }, address, purpose: 'security-notice', template: 'contact-changed', refs: { contact: kind, by },
    })
    if (mail.queued) told += 1
  }
  return told
}
