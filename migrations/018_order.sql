-- The order in which somebody saw what comes in another order for each person: the number that it was drawn by, one of
-- 65 536, so that it tells nobody apart. Empty where everybody saw the same.
alter table response add column seed bigint;
