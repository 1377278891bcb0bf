-- Letters to people: to whom, of what kind, about what, and what became of them. Their words are made of these facts at the
-- moment of sending, one-time links too: whoever reads this table finds none. `once` keeps the same from going out twice.
create table letter (
  tenant bytea not null references tenant (tenant),
  letter bytea not null,
  once text not null,
  kind text not null,
  noun text,
  subject bytea,
  recipient text,
  language text not null,
  facts text not null,
  state text not null,
  created bigint not null,
  expires bigint not null,
  next_attempt bigint not null,
  held_until bigint,
  attempts bigint not null,
  changed bigint not null,
  reason text,
  answer text,
  primary key (tenant, letter),
  unique (tenant, once)
);
create index letter_by_state on letter (tenant, state, next_attempt);
create index letter_by_moment on letter (tenant, created);
