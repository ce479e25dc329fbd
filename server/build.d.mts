/** Absolute path of the project's folder. */
export const projectFolder: string
export function staleReason(): string | null
export function build(reason: string): Promise<void>
