-- What an auditor may read with a program of his own, as the role patenbuch_auditor: the journal as it was recorded, the
-- money, the hours, the evidence. Personal text in it is sealed; keys, log-ins and certificates are not for this role.
-- The built-in PostgreSQL brings the role along (its password stands in the file passwords); on another server whoever
-- looks after it makes the role before Patenbuch is first started, or runs what is below once more. Run after all numbered
-- migrations, and again whenever it has changed.
CREATE SCHEMA IF NOT EXISTS auditor;
CREATE OR REPLACE VIEW auditor.journal AS
    SELECT position, partnership, stream, seq, event_id, type, revision, recorded_at,
           convert_from(payload, 'UTF8') AS payload, convert_from(metadata, 'UTF8') AS metadata
    FROM event;

-- Tables of views are granted themselves: a view of SQL would go with the tables when they are built anew
DO
$$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'patenbuch_auditor') THEN
        GRANT USAGE ON SCHEMA auditor, funding, engagement, evidence TO patenbuch_auditor;
        GRANT SELECT ON auditor.journal, engagement.hours, engagement.sponsorship, engagement.month_sum TO patenbuch_auditor;
        GRANT SELECT ON ALL TABLES IN SCHEMA funding TO patenbuch_auditor;
        GRANT SELECT ON ALL TABLES IN SCHEMA evidence TO patenbuch_auditor;
    END IF;
END
$$;
