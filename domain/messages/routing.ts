import type { MessageRecipient, MessageTopic } from '#domain/messages/words.ts'

/** One rule of the ordered list; null: any. */
export type Rule = { portalId: string | null; siteId: string | null; recipient: MessageRecipient | null; topic: MessageTopic | null; queueId: string; toCareTeam: boolean }
export type Routing = { rules: readonly Rule[]; defaultQueueId: string }
export type MessageFacts = { portalId: string; siteId: string | null; recipient: MessageRecipient; topic: MessageTopic }
/** Where a message goes, by which rule (its number, from 1; null: the default). */
export type Route = { queueId: string; ruleNumber: number | null; toCareTeam: boolean }

/** R55: the first rule that fits in everything that it says decides; what no rule takes goes to the default, never to nobody. */
export function routeOf({ rules, defaultQueueId }: Routing, facts: MessageFacts): Route {
  const index = rules.findIndex((rule) => fits(rule.portalId, facts.portalId) && fits(rule.siteId, facts.siteId)
    && fits(rule.recipient, facts.recipient) && fits(rule.topic, facts.topic))
  const rule = rules[index]
  return rule ? { queueId: rule.queueId, ruleNumber: index + 1, toCareTeam: rule.toCareTeam } : { queueId: defaultQueueId, ruleNumber: null, toCareTeam: false }
}

function fits(wanted: string | null, given: string | null): boolean {
  return wanted === null || wanted === given
}
