-- Vouchers name people: their files are sealed like their texts, under the key of the year in which they were attached.
-- The same file attached in two years is kept twice, for the first key goes first.
ALTER TABLE file_content ADD COLUMN subject text NOT NULL DEFAULT ''; -- whose key; empty: attached before this, in clear
ALTER TABLE file_content ALTER COLUMN subject DROP DEFAULT;
ALTER TABLE file_content DROP CONSTRAINT file_content_once,
    ADD CONSTRAINT file_content_once PRIMARY KEY (partnership, sha256, subject);
