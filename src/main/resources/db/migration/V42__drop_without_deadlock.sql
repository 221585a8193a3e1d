-- Dropping takes the tables one after another, and so does a question that is about to read them: each could wait for
-- what the other has. So all of them are taken at once or none, and in between they are left to whoever reads.
CREATE OR REPLACE FUNCTION aside_drop(of_view text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
    t record;
BEGIN
    PERFORM aside_allowed(of_view);
    PERFORM pg_advisory_xact_lock(aside_gate(of_view));
    DELETE FROM view_rebuild r WHERE r.view = of_view;
    LOOP
        BEGIN
            FOR t IN SELECT c.relnamespace::regnamespace AS schema, c.relname FROM pg_class c
                     WHERE c.relkind = 'r' AND c.relnamespace IN
                         (to_regnamespace(of_view || '_aside'), to_regnamespace(of_view || '_before')) LOOP
                EXECUTE format('LOCK TABLE %s.%I IN ACCESS EXCLUSIVE MODE NOWAIT', t.schema, t.relname);
            END LOOP;
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            PERFORM pg_sleep(0.005);
        END;
    END LOOP;
    EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', of_view || '_aside');
    EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', of_view || '_before');
END
$$;
