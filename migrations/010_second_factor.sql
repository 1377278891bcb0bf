-- The secret of somebody's code generator (RFC 6238), and the newest step of which a code was taken: none is taken twice.
create table authenticator (
  tenant bytea not null,
  person bytea not null,
  secret bytea not null,
  last_step bigint not null,
  added bigint not null,
  primary key (tenant, person),
  foreign key (tenant, person) references person (tenant, person)
);

create table recovery_code (
  tenant bytea not null,
  person bytea not null,
  digest bytea not null,
  used bigint,
  primary key (tenant, person, digest),
  foreign key (tenant, person) references person (tenant, person)
);

-- Between the right password and the code that is still to come.
create table sign_in_step (
  tenant bytea not null,
  digest bytea not null,
  person bytea not null,
  browser text not null,
  expires bigint not null,
  tried bigint not null,
  primary key (tenant, digest),
  foreign key (tenant, person) references person (tenant, person)
);
