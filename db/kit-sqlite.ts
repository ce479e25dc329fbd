import { sqliteKit } from '#db/columns.ts'
import { defineSchema } from '#db/define.ts'

export const sqliteSchema = defineSchema(sqliteKit)
