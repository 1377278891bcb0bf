-- Codes with which one person answers once. The code itself stands nowhere: it is made of the row's key and the tenant's
-- secret, and found again by its digest. `state` says whether it was used and never when; nothing leads from here to the
-- answers. `recipient` is where it was sent, forgotten after the fieldwork.
create table personal_code (
  tenant bytea not null,
  personal_code bytea not null,
  audience bytea not null,
  digest bytea not null,
  recipient text,
  language text not null,
  state text not null,
  made text not null,
  reminders bigint not null,
  reminded text,
  primary key (tenant, personal_code),
  unique (tenant, digest),
  unique (tenant, audience, recipient),
  foreign key (tenant, audience) references audience (tenant, audience)
);
create index personal_code_by_audience on personal_code (tenant, audience, state);

-- `open`: whoever has the address may answer; `by-code`: only with a personal code. Nothing here: open.
alter table audience add column admission text;
