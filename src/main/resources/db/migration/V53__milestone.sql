-- Up to which time a partnership's events up to a position were recorded, every few thousand events
-- (org.patenbuch.projections.Milestones).
CREATE TABLE milestone
(
    partnership text        NOT NULL,
    position    bigint      NOT NULL,
    latest      timestamptz NOT NULL,
    PRIMARY KEY (partnership, position)
);
CREATE INDEX milestone_by_time ON milestone (partnership, latest, position);
GRANT SELECT, INSERT ON milestone TO ${app};
