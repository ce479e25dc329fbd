import { postgresKit } from '#db/columns.ts'
import { defineSchema } from '#db/define.ts'

export const postgresSchema = defineSchema(postgresKit)
