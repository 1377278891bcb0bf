-- What the program does by itself, each kind of it by name, with its own times. Leases are gone: a job is held by who does it.
drop table job;
drop table lease;
create table job (
  tenant bytea not null references tenant (tenant),
  name text not null,
  run_at bigint not null,
  held_until bigint,
  done_at bigint,
  failures bigint not null,
  last_error text,
  primary key (tenant, name)
);
