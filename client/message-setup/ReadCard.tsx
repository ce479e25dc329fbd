import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type ReadCardProps<T> = { read: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>; title: string; aside?: ReactNode; children: (data: T) => ReactNode }

/** A card whose content is read: waiting, refused, or there. */
export function ReadCard<T>({ read: { data, error, refetch }, title, aside, children }: ReadCardProps<T>) {
  return (
    <Card title={title} aside={aside} flush>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Waiting rows={6} /> : null}
      {data !== undefined && !error ? children(data) : null}
    </Card>
  )
}
