-- Which earlier study a study measures again.
alter table study add column repeats bytea;
