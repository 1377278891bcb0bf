-- What an audience's answers add up to, so that nobody reads them all again. It holds every answer whose key is not behind
-- `through` (all of them where that is empty) and that is in no lot of `uncounted`. Derived: it may be thrown away.
create table counted (
  tenant bytea not null,
  audience bytea not null,
  questionnaire bytea not null,
  number bigint not null,
  responses bigint not null,
  through bytea,
  document text not null,
  primary key (tenant, audience)
);

-- The keys of answers that came since, those of one commit together and in their own order: no moment, no order of arrival.
create table uncounted (
  tenant bytea not null,
  audience bytea not null,
  lot bytea not null,
  keys bytea not null,
  primary key (tenant, audience, lot)
) /*sqlite: without rowid*/;
