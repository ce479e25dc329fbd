/** What the log calls the events of messages. */
export const messageEvents = {
  'message.listed': 'Messages listed', 'message.opened': 'Messages read', 'message.readers-read': 'Readers of a thread looked at',
  'message.received': 'Message received', 'message.claimed': 'Thread claimed',
  'message.given-back': 'Thread given back', 'message.taken-over': 'Thread taken over', 'message.reassigned': 'Thread reassigned',
  'message.answered': 'Reply sent', 'message.noted': 'Staff note written', 'message.forwarded': 'Thread forwarded',
  'message.waits': 'Thread waits for the patient', 'message.goes-on': 'Thread goes on', 'message.resolved': 'Thread closed',
  'message.reopened': 'Thread reopened', 'message.moved': 'Thread moved to another patient', 'message.call-recorded': 'Call recorded',
  'message.flagged': 'Emergency wording seen', 'message.guarded': 'Thread given back by the guard', 'message.bulk-assigned': 'Threads assigned',
  'message.bulk-forwarded': 'Threads forwarded', 'message.read-by-patient': 'Reply read by the patient', 'message.attachment-fetched': 'Attachment fetched',
  'portal-command.settled': 'Portal told', 'canned-reply.changed': 'Canned reply changed', 'queue.changed': 'Queue changed',
  'routing.changed': 'Routing changed', 'calendar.changed': 'Hours of a site changed', 'message.clocks-reckoned': 'Clocks reckoned anew',
  'message.counts-mended': 'Counts of messages put right',
  'service-levels.read': 'Service levels read', 'service-levels.exported': 'Service levels exported',
}
