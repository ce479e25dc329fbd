import type { ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { alsoOn, paths } from '#client/proxy-access/paths.ts'
import { useRead } from '#client/layout/use-read.ts'

/** Grants of a patient with what they give now, and everything else that decides; one read for every part that shows it. */
export function useProxies(patientId: string, reason: string | null) {
  return useRead<ProxiesAnswer>('proxy-grants', { path: paths.proxies(patientId, { reason }) }, true, alsoOn)
}
