-- Vouchers and evidence as files, by what they contain: the same file is kept once. The journal holds its SHA-256.
CREATE TABLE file_content
(
    partnership text        NOT NULL,
    sha256      text        NOT NULL,
    media_type  text        NOT NULL,
    content     bytea       NOT NULL,
    stored_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT file_content_once PRIMARY KEY (partnership, sha256)
);
ALTER TABLE file_content ALTER COLUMN content SET STORAGE EXTERNAL; -- such files are packed already
REVOKE ALL ON file_content FROM ${app};
GRANT SELECT, INSERT ON file_content TO ${app};

CREATE TABLE funding.file
(
    partnership text   NOT NULL,
    id          text   NOT NULL,
    entry       text   NOT NULL, -- CONTRIBUTION, EXPENSE
    entry_id    text   NOT NULL,
    sha256      text   NOT NULL,
    media_type  text   NOT NULL,
    size_bytes  bigint NOT NULL,
    since       bigint NOT NULL,
    until       bigint,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX file_of_entry ON funding.file (partnership, entry, entry_id);

-- A contribution that came unannounced and was found to keep a promise: from linked_since on
ALTER TABLE funding.contribution ADD COLUMN linked_pledge_id text, ADD COLUMN linked_since bigint;
CREATE INDEX contribution_by_link ON funding.contribution (partnership, linked_pledge_id)
    WHERE linked_pledge_id IS NOT NULL;

ALTER TABLE funding.fund ADD COLUMN closed_since bigint;

-- until: decided
CREATE TABLE funding.proposal
(
    partnership  text   NOT NULL,
    id           text   NOT NULL,
    fund_id      text   NOT NULL,
    category     text   NOT NULL,
    amount_cents bigint NOT NULL,
    paid_on      date   NOT NULL,
    payee        text   NOT NULL,
    voucher      text   NOT NULL,
    outcome      text,           -- ACCEPTED, DECLINED
    expense_id   text,
    answer       text,
    since        bigint NOT NULL,
    until        bigint,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX proposal_by_day ON funding.proposal (partnership, paid_on, id);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON funding.file, funding.proposal TO ${app};

SELECT view_reads_anew('funding');
