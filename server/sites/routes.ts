import { site, siteBody, sites } from '#domain/contracts/sites.ts'
import { contentRange } from '#server/http/list.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { changeSite, retireSite } from '#server/sites/change-site.ts'
import { createSite } from '#server/sites/create-site.ts'
import { listSites, readSite, sitesQuery } from '#server/sites/list-sites.ts'

export const siteRoutes: AnyRoute[] = [
  read({
    path: 'GET /api/sites', action: 'site.read', summary: 'Sites.', query: sitesQuery, answer: sites, range: contentRange('sites'),
    run: (db, _act, { query }) => listSites(db, query), audit: null,
  }),
  read({
    path: 'GET /api/sites/:id', action: 'site.read', summary: 'One site.', params: idParams, answer: site,
    run: (db, _act, { params }) => readSite(db, params.id), audit: null,
  }),
  command({
    path: 'POST /api/sites', action: 'site.change', summary: 'Makes a site.', versioned: false, body: siteBody, answer: site,
    run: (w, act, { body }) => createSite(w, act, body),
  }),
  command({
    path: 'POST /api/sites/:id/change', action: 'site.change', summary: 'Changes a site.', versioned: true, params: idParams, body: siteBody,
    answer: site, run: (w, act, { params, body }) => changeSite(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/sites/:id/retire', action: 'site.change', summary: 'Retires a site.', versioned: true, params: idParams, answer: site,
    run: (w, act, { params }) => retireSite(w, act, params.id),
  }),
]
