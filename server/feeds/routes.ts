import { z } from 'zod'
import { importRow, newImportBody, previewAnswer, previewBody, refusalRow, savedMapping, startImportBody } from '#domain/contracts/feeds.ts'
import { contentRange } from '#server/http/list.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { cancelImport, formatOfImport, resumeImport, startImport } from '#server/feeds/change-import.ts'
import { createImport } from '#server/feeds/create-import.ts'
import { importsQuery, listImports, showImport } from '#server/feeds/list-imports.ts'
import { listRefusals, refusalsQuery } from '#server/feeds/list-refusals.ts'
import { listMappings } from '#server/feeds/mappings.ts'
import { previewImport } from '#server/feeds/preview-import.ts'

const anyList = z.strictObject({ sort: z.string().max(200).optional(), range: z.string().max(50).optional(), filter: z.string().max(200).optional() })

export const feedRoutes: AnyRoute[] = [
  read({
    path: 'GET /api/imports', action: 'import.read', summary: 'Imports with their progress, newest first',
    query: importsQuery, answer: z.array(importRow), run: listImports, range: contentRange('imports'), audit: null,
  }),
  read({
    path: 'GET /api/imports/:id', action: 'import.read', summary: 'One import with its progress',
    params: idParams, answer: importRow, run: showImport, audit: null,
  }),
  command({
    path: 'POST /api/imports', action: 'patient.import', summary: 'Begin an import by upload; its content follows',
    versioned: false, body: newImportBody, answer: importRow, run: createImport,
  }),
  read({
    path: 'POST /api/imports/:id/preview', action: 'patient.import', summary: 'What the first rows would become, and how a roster’s columns are read',
    params: idParams, body: previewBody, answer: previewAnswer, run: previewImport,
    audit: (answer, { params }) => ({ event: 'import.previewed', objectId: params.id, detail: { rows: answer.rows.length } }),
  }),
  command({
    path: 'POST /api/imports/:id/start', action: 'patient.import', summary: 'Start an import, or try it without writing',
    versioned: false, over: 'set', params: idParams, body: startImportBody, answer: importRow, prepare: formatOfImport, run: startImport,
  }),
  command({
    path: 'POST /api/imports/:id/cancel', action: 'patient.import', summary: 'Cancel an import; what is written stays',
    versioned: false, params: idParams, answer: importRow, run: cancelImport,
  }),
  command({
    path: 'POST /api/imports/:id/resume', action: 'patient.import', summary: 'Go on with an import from where it stands',
    versioned: false, params: idParams, answer: importRow, run: resumeImport,
  }),
  read({
    path: 'GET /api/imports/:id/refusals', action: 'patient.import', summary: 'Rows that were not taken: where and why',
    params: idParams, query: refusalsQuery, answer: z.array(refusalRow), run: listRefusals, range: contentRange('refusals'),
    audit: (answer, { params }) => ({ event: 'import.report-read', objectId: params.id, detail: { rows: answer.length, form: 'page' } }),
  }),
  read({
    path: 'GET /api/import-mappings', action: 'patient.import', summary: 'Saved ways of reading a roster’s columns',
    query: anyList, answer: z.array(savedMapping), run: listMappings, audit: null,
  }),
]
