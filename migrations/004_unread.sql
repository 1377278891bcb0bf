-- Open answers that nobody has decided about, of the answers that `counted` holds. Derived with it, so it begins anew.
create table unread (
  tenant bytea not null,
  audience bytea not null,
  response bytea not null,
  question text not null,
  primary key (tenant, audience, response, question)
) /*sqlite: without rowid*/;
delete from counted;
