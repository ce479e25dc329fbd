import { asOfQuery, portalAsOfAnswer, portalListAnswer } from '#domain/contracts/portals.ts'
import { listQuery } from '#server/http/list.ts'
import { idParams, read, type AnyRoute } from '#server/http/route.ts'
import { listPortals, readPortal } from '#server/portals/read-portals.ts'

export const portalRoutes: AnyRoute[] = [
  read({
    path: 'GET /api/portals', action: 'portal.read', summary: 'Every portal and what it does now, or at an instant.',
    query: listQuery(['position', 'name', 'id'], ['position', 'ASC'], {}).extend(asOfQuery.shape), answer: portalListAnswer, run: listPortals, audit: null,
    range: (rows) => `portals 0-${Math.max(0, rows.length - 1)}/${rows.length}`,
  }),
  read({
    path: 'GET /api/portals/:id', action: 'portal.read', summary: 'A portal’s rules as of an instant, with every version.',
    params: idParams, query: asOfQuery, answer: portalAsOfAnswer, run: readPortal, audit: null,
  }),
]
