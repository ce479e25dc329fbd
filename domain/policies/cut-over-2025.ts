import type { CutOver } from '#domain/portals/service-policy.ts'

/** First day without messages and first read-only day of NextGen: "until February 26" (S0), read as R80 says. */
export const legacyMessagesEndOn = '2025-02-27'

/** First day of MyChart: "Effective March 1, 2025" (S0). */
export const myChartGoLiveOn = '2025-03-01'

/** The move of the New York and New Jersey practices to MyChart (S0, R8, R82–R84). */
export const cutOver2025: CutOver = {
  fromPortalIds: ['nextgen-legacy', 'caremount'],
  toPortalId: 'mychart-ny-nj',
  goLiveOn: myChartGoLiveOn,
  /** S0: an account on the old portal is not automatically one on MyChart. */
  accountsCarryOver: false,
  /** S0: existing scheduling links before 1 March, MyChart after it. */
  booking: { oldRoute: 'MHD', newRoute: 'MyChart' },
  /** S0: services before 1 March 2025 are paid on the old site, whatever the day of paying. */
  bills: { splitOn: '2025-03-01', oldPaySite: 'https://pay.optum-ny.com', newPaySite: 'https://pay.optummedical.com' },
  /** S0 says "a few weeks". Assumption: six. */
  missingRecordsWeeks: 6,
}
