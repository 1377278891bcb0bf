-- Passkeys (WebAuthn): what the browser calls the key, its public half, and how often it was used. Nothing of it opens
-- anything by itself.
create table passkey (
  tenant bytea not null,
  passkey bytea not null,
  person bytea not null,
  name text not null,
  credential bytea not null,
  document text not null,
  added bigint not null,
  used bigint,
  primary key (tenant, passkey),
  unique (tenant, credential),
  foreign key (tenant, person) references person (tenant, person)
);
create index passkey_by_person on passkey (tenant, person);

-- What a browser was asked to have its key sign: once, and for minutes. `asker` is a digest by which they are bounded.
create table passkey_challenge (
  tenant bytea not null,
  digest bytea not null,
  asker bytea not null,
  purpose text not null,
  person bytea,
  document text not null,
  expires bigint not null,
  primary key (tenant, digest),
  foreign key (tenant, person) references person (tenant, person)
);
create index passkey_challenge_by_asker on passkey_challenge (tenant, asker, expires);
