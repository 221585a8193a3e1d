-- What the views have read; each view's own tables stand in a schema of its name.
CREATE TABLE view_position
(
    view     text PRIMARY KEY,
    position bigint      NOT NULL,
    known_at timestamptz NOT NULL
) WITH (fillfactor = 50);
GRANT SELECT, INSERT, UPDATE, DELETE ON view_position TO ${app};
