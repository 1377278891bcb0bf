-- What everybody is told of a decision about words that somebody of the public wrote: of which kind they are, where they
-- stand, whose they are without telling it, which of them, and why they are shown as they are.
create table ruling (
  tenant bytea not null,
  kind text not null,
  place bytea not null,
  subject bytea not null,
  part text not null,
  state text not null,
  reason text,
  words text,
  person bytea,
  party bytea,
  role text,
  on_day text not null,
  primary key (tenant, kind, place, subject, part),
  foreign key (tenant, person) references person (tenant, person)
) /*sqlite: without rowid*/;

-- Whoever does not agree with a ruling says so: the author, of whom nothing is known, or somebody of a party.
create table appeal (
  tenant bytea not null,
  appeal bytea not null,
  kind text not null,
  place bytea not null,
  subject bytea not null,
  part text not null,
  number bigint not null,
  person bytea,
  party bytea,
  words text not null,
  on_day text not null,
  state text not null,
  answer text,
  decided_person bytea,
  decided_party bytea,
  decided_role text,
  decided_on text,
  primary key (tenant, appeal),
  unique (tenant, kind, place, subject, part, number),
  foreign key (tenant, person) references person (tenant, person)
) /*sqlite: without rowid*/;
