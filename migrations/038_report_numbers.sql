-- The number of a report among those of its study, counted from one: part of the address of what is published.
alter table report add column number bigint not null default 1;
