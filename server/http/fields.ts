import type { z } from 'zod'

/** One sentence for each field that a schema did not take; an unknown field is named as well. */
export function fieldFaults(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  const fields = Object.create(null) as Record<string, string>
  for (const issue of issues) fields[issue.path.join('.') || unknownKey(issue) || 'body'] ??= issue.message
  return fields
}

function unknownKey(issue: z.core.$ZodIssue): string | null {
  return issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? null) : null
}
