import { postgresNameWords, sqliteNameWords } from '#db/name-words.ts'

/** Made again after every migration: a table rebuild silently drops a table's triggers. Audit is append-only (AD-05). */
const appendOnly = ['audit_events', 'audit_seals']

export const sqliteTriggers = appendOnly.flatMap((table) => ['UPDATE', 'DELETE'].map((act) => `
DROP TRIGGER IF EXISTS ${table}_no_${act.toLowerCase()};
CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`)).join('\n') + sqliteNameWords

/** On PostgreSQL a second trigger notes each event that the sealer has still to chain. */
export const postgresTriggers = `
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE OR REPLACE FUNCTION note_unsealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO audit_unsealed (seq) VALUES (NEW.seq); RETURN NULL; END $$;
DROP TRIGGER IF EXISTS audit_events_unsealed ON audit_events;
CREATE TRIGGER audit_events_unsealed AFTER INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION note_unsealed();
${appendOnly.map((table) => `
DROP TRIGGER IF EXISTS ${table}_frozen ON ${table};
CREATE TRIGGER ${table}_frozen BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
DROP TRIGGER IF EXISTS ${table}_not_emptied ON ${table};
CREATE TRIGGER ${table}_not_emptied BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`).join('\n')}
${postgresNameWords}
`
