import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'ra-core'
import type { ConsoleDataProvider, Question } from '#client/layout/data-provider.ts'

/**
 * One read of the server that is no plain list or record. `resource` names what an event about it is called,
 * so that a change elsewhere reads it again; `alsoOn` names other events that change what it shows; with `onlyIds` only those about these.
 */
export function useRead<T>(resource: string, question: Question, enabled = true, alsoOn: readonly string[] = [], onlyIds?: readonly string[]) {
  const dataProvider = useDataProvider<ConsoleDataProvider>()
  return useQuery({
    queryKey: [resource, question.path, question.body],
    queryFn: async ({ signal }) => (await dataProvider.read<T>({ ...question, signal })).data,
    enabled,
    meta: { alsoOn, onlyIds },
  })
}
