-- Search: the words of a text, however umlauts, ß and accents are typed. Müller is found by müller, mueller and muller.
-- org.patenbuch.web.Sought reads what people type the same way.
CREATE FUNCTION search_words(texts text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
SELECT to_tsvector('pg_catalog.simple', regexp_replace(lower(
    replace(replace(replace(replace(replace(replace(replace(f.t, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'),
        'Ä', 'ae'), 'Ö', 'oe'), 'Ü', 'ue'), 'ß', 'ss')
    || ' ' || replace(translate(f.t, 'äöüÄÖÜ', 'aouaou'), 'ß', 'ss')), '[^a-z0-9]+', ' ', 'g'))
FROM (SELECT translate(texts, 'éèêëÉÈÊáàâãåÁÀÂíìîïÍÌóòôõÓÒúùûÚÙçÇñÑšŠžŽčČćĆłŁ',
                              'eeeeeeeaaaaaaaaiiiiiioooooouuuuuccnnsszzccccll') AS t) f
$$;

CREATE INDEX contribution_words ON funding.contribution USING gin (search_words(id || ' ' || evidence));
CREATE INDEX expense_words ON funding.expense
    USING gin (search_words(id || ' ' || payee || ' ' || voucher || ' ' || category));
CREATE INDEX contribution_by_amount ON funding.contribution (partnership, amount_cents);
CREATE INDEX expense_by_amount ON funding.expense (partnership, amount_cents);
