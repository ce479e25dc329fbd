import type { ImportAnswer, NewImportBody } from '#domain/contracts/feeds.ts'
import type { Writer } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { filesOf, findImport } from '#server/feeds/import-state.ts'
import { importAnswer, shownTo } from '#server/feeds/show-import.ts'
import { uploadPath } from '#server/feeds/uploads.ts'

/** Begins an import by upload: a draft whose content is still to come. */
export async function createImport(w: Writer, act: Act, { body }: { body: NewImportBody }): Promise<Outcome<ImportAnswer>> {
  const { app } = act
  const megabytes = app.config.importMaxMb
  if (body.size > megabytes * 1024 * 1024) return refuse('IMPORT_FILE_TOO_LARGE', { facts: { megabytes } })
  const id = app.random.id()
  const fileId = app.random.id()
  await w.insert(w.t.imports).values({ id, source: body.source, kind: 'fhir', state: 'draft', startedBy: act.actor.id, createdAt: act.at })
  await w.insert(w.t.importFiles).values({
    id: fileId, importId: id, place: 1, name: body.fileName, path: uploadPath(app, fileId), uploaded: true, size: body.size,
  })
  w.announce('imports', id)
  const row = await findImport(w, id)
  return row ? done(importAnswer(row, await filesOf(w, id), shownTo(act)), row.version) : refuse('NOT_FOUND')
}
