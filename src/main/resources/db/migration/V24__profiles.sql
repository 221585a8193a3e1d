-- What helps to find who fits: languages, and where a sponsor would go.
ALTER TABLE engagement.sponsor
    ADD COLUMN languages text[] NOT NULL DEFAULT '{}',
    ADD COLUMN districts text[] NOT NULL DEFAULT '{}';
ALTER TABLE engagement.household ADD COLUMN languages text[] NOT NULL DEFAULT '{}';

-- Suggestions ask how many sponsorships one may carry
INSERT INTO engagement.certificate_rule (partnership, since, rule, valid_from, months)
SELECT e.partnership, e.position, r.rule, r.valid_from, r.value
FROM rule r
JOIN entry n ON n.partnership = r.partnership AND n.kind = 'rule' AND n.id = r.id
JOIN event e ON e.partnership = n.partnership AND e.position = n.position
WHERE r.rule = 'SPONSOR_CAPACITY' AND r.funder IS NULL
  AND e.position <= (SELECT v.position FROM view_position v WHERE v.view = 'engagement');
