-- The text filter of the three lists that grow without end (TextFilter): the same expression, by the three-letter parts of
-- what it holds. Every package of PostgreSQL has them but a few that put them into a package of their own; without them
-- the lists answer the same, and read every row for it.
DO
$$
BEGIN
    IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX engagement_hours_text ON engagement.hours USING gin
            (lower(coalesce(id, '') || chr(10) || coalesce(activity, '')) gin_trgm_ops);
        CREATE INDEX contribution_text ON funding.contribution USING gin
            (lower(coalesce(id, '') || chr(10) || coalesce(evidence, '') || chr(10) || coalesce(pledge_id, '')
                || chr(10) || coalesce(linked_pledge_id, '')) gin_trgm_ops);
        CREATE INDEX expense_text ON funding.expense USING gin
            (lower(coalesce(id, '') || chr(10) || coalesce(category, '') || chr(10) || coalesce(voucher, ''))
                gin_trgm_ops);
    END IF;
END
$$;
CREATE INDEX expense_by_payee ON funding.expense (partnership, payee_mark) WHERE payee_mark IS NOT NULL;
