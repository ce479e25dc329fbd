/** What a delivery report says; the rest is as a mail server of the field writes it. */
export type ReportFacts = {
  /** The return path of the mail that the report is about. */
  to: string
  status?: string
  action?: string
  /** Header that carries the return path: `To` as sent, or what the last server noted. */
  header?: string
  /** Base64 or plain; both are seen. */
  encoding?: '7bit' | 'base64'
  eol?: '\r\n' | '\n'
}

/** A delivery report (RFC 3464) in the shape that Postfix sends. */
export function buildReport(facts: ReportFacts): string {
  const { to, status = '5.1.1', action = 'failed', header = 'To', encoding = '7bit', eol = '\r\n' } = facts
  const groups = [
    'Reporting-MTA: dns; mx.home.example', 'X-Postfix-Queue-ID: 4F1B22', 'Arrival-Date: Thu, 15 Jan 2026 12:00:00 +0000', '',
    'Final-Recipient: rfc822; robin@staff.example', 'Original-Recipient: rfc822;robin@staff.example',
    `Action: ${action}`, `Status: ${status}`, 'Remote-MTA: dns; mx.staff.example',
    'Diagnostic-Code: smtp; 550 5.1.1 <robin@staff.example>: Recipient address', '    rejected: User unknown', '',
  ].join('\r\n')
  const part = encoding === 'base64' ? Buffer.from(groups).toString('base64') : groups
  return [
    'Return-Path: <>', `${header}: ${to}`, ...(header === 'To' ? [] : ['To: undisclosed-recipients:;']),
    'From: MAILER-DAEMON@mx.home.example (Mail Delivery System)', 'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;', '\tboundary="4F1B22.1768478400/mx.home.example"', '',
    '--4F1B22.1768478400/mx.home.example', 'Content-Description: Notification', 'Content-Type: text/plain; charset=us-ascii', '',
    'I\'m sorry to have to inform you that your message could not be delivered.', '',
    '--4F1B22.1768478400/mx.home.example', 'Content-Description: Delivery report', 'Content-Type: message/delivery-status',
    `Content-Transfer-Encoding: ${encoding}`, '', part, '',
    '--4F1B22.1768478400/mx.home.example', 'Content-Description: Undelivered Message Headers', 'Content-Type: text/rfc822-headers', '',
    'From: Portal Desk <desk@practice.example>', 'To: robin@staff.example', 'Subject: Your invitation', '',
    '--4F1B22.1768478400/mx.home.example--', '',
  ].join('\r\n').replaceAll('\r\n', eol)
}

/** What an absent reader's mail program sends to the return path: a mail, not a report. */
export function buildOutOfOffice(to: string): string {
  return [`To: ${to}`, 'From: robin@staff.example', 'Subject: Out of office', 'Auto-Submitted: auto-replied', '', 'Back on Monday.', ''].join('\r\n')
}
