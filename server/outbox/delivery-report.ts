/** What a delivery report (RFC 3464) says about one mail. */
export type DeliveryReport = {
  /** Addresses that the report was sent to: one of them is the mail's return path. */
  sentTo: string[]
  action: 'failed' | 'delayed' | 'other'
  /** Enhanced status such as `5.1.1` (RFC 3463). */
  status: string
}

const REPORT_HEADERS = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'])

/** Reads a raw message; null when it is not a delivery report. Throws nothing: what cannot be read is not a report. */
export async function readReport(raw: string | Uint8Array): Promise<DeliveryReport | null> {
  const { default: PostalMime } = await import('postal-mime')
  const message = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true, maxNestingDepth: 20 }).catch(() => null)
  if (!message) return null
  const part = message.attachments.find(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType))
  if (!part) return null
  const groups = fieldGroups(typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content))
  const about = groups.filter((group) => group.has('final-recipient') || group.has('original-recipient'))
  const worst = about.find((group) => actionOf(group) === 'failed') ?? about[0]
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(worst?.get('status') ?? '')?.[0]
  if (!worst || !status) return null
  const sentTo = message.headers.filter(({ key }) => REPORT_HEADERS.has(key)).map(({ value }) => value)
  return { sentTo, action: actionOf(worst), status }
}

function actionOf(group: Map<string, string>): DeliveryReport['action'] {
  const action = (group.get('action') ?? '').trim().toLowerCase()
  return action === 'failed' || action === 'delayed' ? action : 'other'
}

/** The groups of `Name: value` lines between empty lines, folded lines joined: one about the mail, then one per recipient. */
function fieldGroups(text: string): Map<string, string>[] {
  return text.replace(/\r\n?/g, '\n').split(/\n{2,}/).map((group) => new Map(
    group.replace(/\n[ \t]+/g, ' ').split('\n').flatMap((row): [string, string][] => {
      const colon = row.indexOf(':')
      return colon > 0 ? [[row.slice(0, colon).trim().toLowerCase(), row.slice(colon + 1).trim()]] : []
    }),
  ))
}
