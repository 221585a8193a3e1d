-- The register of sponsors and the engagement view: interviews, trainings that run out, certificates deleted by date.
ALTER TABLE sponsor_standing ADD COLUMN interviewed_on date[] NOT NULL DEFAULT '{}';
ALTER TABLE sponsor_standing ADD COLUMN deletions integer NOT NULL DEFAULT 0; -- of the facts of certificates

ALTER TABLE engagement.sponsor ADD COLUMN interviewed_on date[] NOT NULL DEFAULT '{}';

ALTER TABLE engagement.certificate_rule ADD COLUMN rule text NOT NULL DEFAULT 'CERTIFICATE_VALID_MONTHS';
