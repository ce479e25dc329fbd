import type { ReleaseMode, ResultCategory } from '#domain/portals/result-policy.ts'

/** One mode for every category except those named; a new category does not compile until it stands here. */
export function releaseBy(
  mode: ReleaseMode,
  except: Partial<Record<ResultCategory, ReleaseMode>> = {},
): Record<ResultCategory, ReleaseMode> {
  return {
    laboratory: mode,
    radiology: mode,
    'hiv-htlv': mode,
    hepatitis: mode,
    toxicology: mode,
    'tissue-pathology': mode,
    cytology: mode,
    pap: mode,
    'products-of-conception': mode,
    'bone-marrow': mode,
    genetic: mode,
    ...except,
  }
}
