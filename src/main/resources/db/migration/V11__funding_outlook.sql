-- A view that reads more of the journal than before reads it once more from its beginning. Its tables are emptied; its
-- answers wait until it has caught up.
CREATE FUNCTION view_reads_anew(of_view text) RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    t record;
BEGIN
    FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = to_regnamespace(of_view) AND c.relkind = 'r' LOOP
        EXECUTE format('TRUNCATE %I.%I', of_view, t.relname);
    END LOOP;
    IF to_regclass('view_rebuild') IS NOT NULL THEN
        DELETE FROM view_rebuild r WHERE r.view = of_view;
    END IF;
    DELETE FROM view_position p WHERE p.view = of_view;
    DELETE FROM token_entry e WHERE e.processor_name = of_view;
END
$$;
REVOKE ALL ON FUNCTION view_reads_anew(text) FROM public;

-- Rules and locked periods as they were set, so that the money can be shown with what held then
CREATE TABLE funding.rule
(
    partnership text   NOT NULL,
    id          text   NOT NULL,
    rule        text   NOT NULL,
    value       bigint NOT NULL,
    valid_from  date   NOT NULL,
    funder      text,
    since       bigint NOT NULL,
    until       bigint,
    PRIMARY KEY (partnership, id)
);

-- until: reopened
CREATE TABLE funding.period_lock
(
    partnership text   NOT NULL,
    id          text   NOT NULL,
    from_day    date   NOT NULL,
    to_day      date   NOT NULL,
    locked_by   text   NOT NULL,
    since       bigint NOT NULL,
    until       bigint,
    PRIMARY KEY (partnership, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON funding.rule, funding.period_lock TO ${app};

SELECT view_reads_anew('funding');
