import {
  campaignAnswer, campaignChanged, campaignItems, campaignItemsBody, campaignList, campaignPreview, changeCampaignBody, cohort, createCampaignBody,
} from '#domain/contracts/campaigns.ts'
import { cancelCampaign, createCampaign, pauseCampaign, resumeCampaign } from '#server/campaigns/change-campaign.ts'
import { auditOfPreview, previewCampaign } from '#server/campaigns/preview-campaign.ts'
import { listCampaigns, listItems, readCampaign } from '#server/campaigns/read-campaigns.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'

const change = { action: 'campaign.run', versioned: true, params: idParams, body: changeCampaignBody, answer: campaignChanged } as const

export const campaignRoutes: AnyRoute[] = [
  read({
    path: 'POST /api/campaigns/preview', action: 'campaign.read', summary: 'Who of a cohort would be invited, and who is left out and why.',
    body: cohort, answer: campaignPreview, run: previewCampaign, audit: auditOfPreview,
  }),
  command({
    path: 'POST /api/campaigns', action: 'campaign.run', versioned: false, over: 'set', summary: 'Start a campaign.',
    body: createCampaignBody, answer: campaignChanged, run: createCampaign,
  }),
  read({
    path: 'GET /api/campaigns', action: 'campaign.read', summary: 'Campaigns, the newest first.', answer: campaignList, run: listCampaigns,
    audit: (answer) => ({ event: 'campaign.read', detail: { hits: answer.rows.length, ids: [] } }),
  }),
  read({
    path: 'GET /api/campaigns/:id', action: 'campaign.read', summary: 'One campaign, its progress and its outcome.', params: idParams, answer: campaignAnswer, run: readCampaign,
    audit: (answer) => ({ event: 'campaign.read', objectId: answer.id, detail: { hits: 1, ids: [] } }),
  }),
  read({
    path: 'POST /api/campaigns/:id/items', action: 'campaign.read', summary: 'Who is in a campaign, and what became of each.',
    params: idParams, body: campaignItemsBody, answer: campaignItems, run: listItems,
    audit: (answer, { params }) => ({ event: 'campaign.read', objectId: params.id, detail: { hits: answer.rows.length, ids: answer.rows.map((row) => row.patientId) }, purpose: 'PATADMIN' }),
  }),
  command({ ...change, path: 'POST /api/campaigns/:id/pause', summary: 'Nothing more goes out until it is resumed.', run: pauseCampaign }),
  command({ ...change, path: 'POST /api/campaigns/:id/resume', summary: 'Go on where it stopped.', run: resumeCampaign }),
  command({ ...change, path: 'POST /api/campaigns/:id/cancel', summary: 'End it for good.', run: cancelCampaign }),
]
