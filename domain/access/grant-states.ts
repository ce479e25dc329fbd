/**
 * What was done with a grant, as facts. `requested`: a second person decides. `held`: the privacy officer decides.
 * `pending`: the proxy has not confirmed. What access it gives now is computed, never kept.
 */
export const grantStates = ['requested', 'held', 'pending', 'active', 'suspended', 'ended', 'denied'] as const
export type GrantState = (typeof grantStates)[number]

/** States in which there can be no second grant for the same patient, portal and person. */
export const openGrantStates: readonly GrantState[] = ['requested', 'held', 'pending', 'active', 'suspended']

/** Why a grant came into its state. */
export const grantCauses = [
  'asked', 'second-person', 'granted', 'held', 'confirmed', 'wrong-answers', 'declined-by-proxy', 'invitation-expired', 'declined-by-staff',
  'request-over', 'revoked', 'block', 'disputed', 'death', 'review-needed', 'reviewed', 'adoption', 'replaced', 'restored', 'safety', 'new-account',
] as const
export type GrantCause = (typeof grantCauses)[number]

/** At whose wish access was ended. */
export const revokeWishes = ['patient', 'proxy', 'other-parent', 'court', 'practice', 'not-said'] as const
export type RevokeWish = (typeof revokeWishes)[number]
