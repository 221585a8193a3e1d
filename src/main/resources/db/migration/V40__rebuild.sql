-- A view built anew beside the live one. Its tables stand in a schema <view>_aside until they take the live one's name.
CREATE TABLE view_rebuild
(
    view       text PRIMARY KEY,
    run        uuid        NOT NULL,
    following  boolean     NOT NULL DEFAULT false, -- the live view's batches are heard aside too, in the same transaction
    position   bigint      NOT NULL DEFAULT 0,     -- how far it has read
    target     bigint      NOT NULL DEFAULT 0,     -- how far the live view has
    started_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);
GRANT SELECT, INSERT, UPDATE, DELETE ON view_rebuild TO ${app};

-- Held for the life of whoever rebuilds, so that a dead one is known by it being free
CREATE FUNCTION aside_key(of_view text) RETURNS bigint LANGUAGE sql IMMUTABLE AS
$$ SELECT hashtextextended('rebuild/' || of_view, 0) $$;

-- Held shared by each batch of the live view, alone by whoever begins to follow, switches or drops
CREATE FUNCTION aside_gate(of_view text) RETURNS bigint LANGUAGE sql IMMUTABLE AS
$$ SELECT hashtextextended('view/' || of_view, 0) $$;

-- Asked by the live view before each batch: is it to be heard aside too? What a dead rebuild left is no longer followed.
CREATE FUNCTION aside_followed(of_view text) RETURNS boolean LANGUAGE plpgsql VOLATILE AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(aside_gate(of_view));
    IF NOT EXISTS (SELECT FROM view_rebuild r WHERE r.view = of_view AND r.following) THEN
        RETURN false;
    END IF;
    IF pg_try_advisory_xact_lock_shared(aside_key(of_view)) THEN
        DELETE FROM view_rebuild r WHERE r.view = of_view;
        RETURN false;
    END IF;
    RETURN true;
END
$$;

-- Only what the application may empty anyway can be built aside and switched: views, never the journal or the keys.
CREATE FUNCTION aside_allowed(of_view text) RETURNS void LANGUAGE plpgsql STABLE AS
$$
BEGIN
    IF to_regnamespace(of_view) IS NULL OR of_view = 'public' OR EXISTS (
            SELECT FROM pg_class c
            WHERE c.relnamespace = to_regnamespace(of_view) AND c.relkind = 'r'
              AND NOT has_table_privilege(session_user, c.oid, 'TRUNCATE')) THEN
        RAISE EXCEPTION 'not a view: %', of_view USING ERRCODE = 'insufficient_privilege';
    END IF;
END
$$;

-- Drops what stands aside, or what a switch has left
CREATE FUNCTION aside_drop(of_view text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
    PERFORM aside_allowed(of_view);
    PERFORM pg_advisory_xact_lock(aside_gate(of_view));
    DELETE FROM view_rebuild r WHERE r.view = of_view;
    EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', of_view || '_aside');
    EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', of_view || '_before');
END
$$;

-- The live view's tables once more, empty: the same columns, keys, indexes (by the same names), settings and rights
CREATE FUNCTION aside_prepare(of_view text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
    aside text := of_view || '_aside';
    t     record;
    made  record;
BEGIN
    PERFORM aside_drop(of_view);
    EXECUTE format('CREATE SCHEMA %I', aside);
    FOR made IN SELECT a.privilege_type, a.grantee FROM pg_namespace n, aclexplode(n.nspacl) a
                WHERE n.nspname = of_view AND a.grantee <> n.nspowner AND a.grantee <> 0 LOOP
        EXECUTE format('GRANT %s ON SCHEMA %I TO %s', made.privilege_type, aside, made.grantee::regrole);
    END LOOP;
    FOR t IN SELECT c.oid, c.relname, c.reloptions, c.relacl, c.relowner FROM pg_class c
             WHERE c.relnamespace = to_regnamespace(of_view) AND c.relkind = 'r' LOOP
        EXECUTE format('CREATE TABLE %I.%I (LIKE %I.%I INCLUDING ALL EXCLUDING INDEXES)',
                       aside, t.relname, of_view, t.relname);
        IF t.reloptions IS NOT NULL THEN
            EXECUTE format('ALTER TABLE %I.%I SET (%s)', aside, t.relname, array_to_string(t.reloptions, ', '));
        END IF;
        FOR made IN SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
                    WHERE conrelid = t.oid AND contype IN ('p', 'u') LOOP
            EXECUTE format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', aside, t.relname, made.conname, made.def);
        END LOOP;
        FOR made IN SELECT pg_get_indexdef(i.indexrelid) AS def FROM pg_index i
                    WHERE i.indrelid = t.oid AND NOT EXISTS (
                        SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u')) LOOP
            EXECUTE replace(made.def, format(' ON %I.', of_view), format(' ON %I.', aside));
        END LOOP;
        FOR made IN SELECT a.privilege_type, a.grantee FROM aclexplode(t.relacl) a
                    WHERE a.grantee <> t.relowner AND a.grantee <> 0 LOOP
            EXECUTE format('GRANT %s ON %I.%I TO %s', made.privilege_type, aside, t.relname, made.grantee::regrole);
        END LOOP;
    END LOOP;
END
$$;

-- From here on the name of the view means the tables built aside. Who is reading the others reads on.
CREATE FUNCTION aside_switch(of_view text, of_run uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS
$$
BEGIN
    PERFORM aside_allowed(of_view);
    PERFORM pg_advisory_xact_lock(aside_gate(of_view));
    DELETE FROM view_rebuild r WHERE r.view = of_view AND r.run = of_run AND r.following;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this rebuild of % has been given up', of_view USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    EXECUTE format('ALTER SCHEMA %I RENAME TO %I', of_view, of_view || '_before');
    EXECUTE format('ALTER SCHEMA %I RENAME TO %I', of_view || '_aside', of_view);
END
$$;

REVOKE ALL ON FUNCTION aside_drop(text), aside_prepare(text), aside_switch(text, uuid) FROM public;
GRANT EXECUTE ON FUNCTION aside_drop(text), aside_prepare(text), aside_switch(text, uuid) TO ${app};

-- What looking through everything has found; kept, so that an auditor sees when it was last done
CREATE TABLE self_check
(
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run        uuid        NOT NULL,
    name       text        NOT NULL, -- of the view, or of the check
    checked_at timestamptz NOT NULL,
    position   bigint      NOT NULL, -- of the journal
    looked_at  bigint      NOT NULL, -- rows
    different  bigint      NOT NULL,
    findings   text        NOT NULL  -- the first ones, one a line: table, partnership, id; nothing personal
);
CREATE INDEX self_check_latest ON self_check (name, id DESC);
GRANT SELECT, INSERT ON self_check TO ${app};
