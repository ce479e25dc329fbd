import { postgresKit } from '#db/columns-postgres.ts'
import { defineSchema } from '#db/define.ts'

export const postgresSchema = defineSchema(postgresKit)
