/** Zones of the United States; a practice elsewhere is no case of this console. */
export const usZones = [
  'America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu',
] as const
