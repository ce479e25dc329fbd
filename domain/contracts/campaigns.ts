import { z } from 'zod'
import { refusalWords } from '#domain/contracts/enrollment.ts'
import { campaignItemStates, campaignStates, invitationStates } from '#domain/enrollment/words.ts'

const id = z.string().min(1).max(100).regex(/^[\w.:-]+$/)
const instant = z.iso.datetime()
const reason = z.string().trim().min(3).max(500)
const count = z.int().nonnegative()

/** Whom a campaign is for: patients of one site, or of all, with a standing on one portal and none that is active on the target. */
export const cohort = z.strictObject({
  /** The portal they are invited to. */
  portalId: id,
  siteId: id.nullable().default(null),
  /** Standing elsewhere that they have: legacy accounts not yet on the new portal, say. Null: anybody. */
  standing: z.strictObject({ portalId: id, states: z.array(z.enum(['active', 'legacy-only', 'suspended', 'ended'])).min(1) }).nullable().default(null),
  /** Whole years; null: no bound beyond the portal's own. */
  ageFrom: z.int().min(0).max(130).nullable().default(null),
  ageTo: z.int().min(0).max(130).nullable().default(null),
})
export type Cohort = z.infer<typeof cohort>

/** Why people of the cohort are left out, and how many. */
const exclusion = refusalWords.extend({ count })
/** `POST /api/campaigns/preview` (action campaign.read). Counts only; the rows come with the campaign. */
export const campaignPreview = z.strictObject({
  inCohort: count, toInvite: count, leftOut: z.array(exclusion),
  /** Half of them counted: more than so many people were not looked at in a preview. */
  partial: z.boolean(),
})
export type CampaignPreview = z.infer<typeof campaignPreview>

/** `POST /api/campaigns` (action campaign.run: reason). It starts at once. */
export const createCampaignBody = z.strictObject({
  name: z.string().trim().min(3).max(120), cohort, perHour: z.int().min(1).max(1000).default(100), reason: reason.optional(),
})
/** `POST /api/campaigns/:id/pause|resume|cancel` (action campaign.run: reason; If-Match). */
export const changeCampaignBody = z.strictObject({ reason: reason.optional() })
export const campaignChanged = z.strictObject({ id, version: z.int(), state: z.enum(campaignStates) })

/** A campaign with its progress, and what came of what was sent. */
export const campaignAnswer = z.strictObject({
  id, version: z.int(), name: z.string(), portalId: id, portalName: z.string(), siteName: z.string().nullable(), cohort,
  state: z.enum(campaignStates), perHour: count, createdAt: instant, createdBy: z.string(), endedAt: instant.nullable(),
  progress: z.strictObject({ waiting: count, sent: count, leftOut: count, cancelled: count }),
  /** When the last would go out at this pace; null: paused or over. */
  endsAbout: instant.nullable(),
  outcome: z.record(z.enum(invitationStates), count),
  leftOut: z.array(exclusion),
})
export type CampaignAnswer = z.infer<typeof campaignAnswer>
/** `GET /api/campaigns`: newest first. */
export const campaignList = z.strictObject({ rows: z.array(campaignAnswer.omit({ leftOut: true })) })

/** `POST /api/campaigns/:id/items`: who, and what became of them. */
export const campaignItemsBody = z.strictObject({ state: z.enum(campaignItemStates).optional(), code: z.string().max(60).optional(), after: id.optional(), limit: z.int().min(1).max(100).default(50) })
export const campaignItemRow = z.strictObject({
  patientId: id, name: z.string(), birthDate: z.iso.date(), mrnTail: z.string(), state: z.enum(campaignItemStates), refusal: refusalWords.nullable(),
  invitationId: id.nullable(), invitationState: z.enum(invitationStates).nullable(), changedAt: instant,
})
export const campaignItems = z.strictObject({ rows: z.array(campaignItemRow), more: z.boolean() })
export type CampaignItemRow = z.infer<typeof campaignItemRow>
