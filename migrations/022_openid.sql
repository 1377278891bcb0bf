-- Who somebody is at the sign-in service of their organisation (OpenID Connect).
create table openid_link (
  tenant bytea not null,
  issuer text not null,
  subject text not null,
  person bytea not null,
  added bigint not null,
  primary key (tenant, issuer, subject),
  foreign key (tenant, person) references person (tenant, person)
);
create index openid_link_by_person on openid_link (tenant, person);

-- A browser that was sent there and has not come back yet: once, and for minutes. Only its own cookie opens the row.
create table openid_attempt (
  tenant bytea not null,
  digest bytea not null,
  asker bytea not null,
  person bytea,
  nonce text not null,
  verifier text not null,
  back text not null,
  expires bigint not null,
  primary key (tenant, digest),
  foreign key (tenant, person) references person (tenant, person)
);
create index openid_attempt_by_asker on openid_attempt (tenant, asker, expires);
