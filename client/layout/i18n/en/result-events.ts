/** What the log calls the events of results and sharing. */
export const resultEvents = {
  'result.listed': 'Results listed', 'result.read': 'Result read', 'result.received': 'Result received',
  'result.released': 'Result released', 'result.released-many': 'Results released', 'result.worked': 'Result worked on',
  'result.commented': 'Result commented', 'result.noted': 'Note on a result written', 'result.recalled': 'Result recalled',
  'result.moved': 'Result moved to another clinician', 'result.category-corrected': 'Kind of result corrected',
  'result.shown-by-rule': 'Result shown by a rule', 'result.visibility-asked': 'Portal asked what shows',
  'result.opened-on-portal': 'Result opened on the portal', 'hold.set': 'Result held', 'hold.ended': 'Hold ended',
  'hold.over': 'Hold ran out', 'hold.reviewed': 'Holds looked through', 'result-wish.recorded': 'Wish about results recorded',
  'result-wish.ended': 'Wish about results ended', 'result.measured': 'Figures of results read',
  'lab-message.taken': 'Laboratory message taken', 'lab-message.refused': 'Laboratory message refused',
  'test-kind.said': 'Kind of a test said', 'test-kind.applied': 'Kind of a test applied to what waits',
  'sharing.read': 'Sharing looked at', 'sharing.changed': 'Sharing changed', 'missing-lab.opened': 'Missing laboratory work noticed',
  'missing-lab.closed': 'Missing laboratory work settled', 'missing-lab.listed': 'Missing laboratory work listed',
}
