-- Who looked at the page of a household, where its name stands.

ALTER TABLE access_record DROP CONSTRAINT access_record_kind_check;
ALTER TABLE access_record
    ADD CONSTRAINT access_record_kind_check CHECK (kind IN ('EXPORT', 'LOGIN_REFUSED', 'HOUSEHOLD_READ'));
