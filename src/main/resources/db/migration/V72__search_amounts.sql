-- The amount first: led by the partnership these were read from end to end for every search by words
DROP INDEX funding.contribution_by_amount;
DROP INDEX funding.expense_by_amount;
CREATE INDEX contribution_by_amount ON funding.contribution (amount_cents, partnership);
CREATE INDEX expense_by_amount ON funding.expense (amount_cents, partnership);
