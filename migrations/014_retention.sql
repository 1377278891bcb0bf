-- How much of each class of personal data went on a day because its time was over; numbers and nothing else. `told` marks
-- what stands in the journal already.
create table retained (
  tenant bytea not null references tenant (tenant),
  day text not null,
  class text not null,
  number bigint not null,
  told bigint not null,
  primary key (tenant, day, class)
);

-- Since when nothing is known to use the file: from then on its time runs. Nothing is known of those before.
alter table file add column unused_since bigint not null default 0;
