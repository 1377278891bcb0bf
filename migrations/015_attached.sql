-- Files on things of any kind; `version` is 0 for things that have none. What publications had moves here.
create table attached (
  tenant bytea not null,
  kind text not null,
  owner bytea not null,
  version bigint not null,
  place bigint not null,
  file bytea not null,
  name text not null,
  title_bg text not null,
  title_en text,
  media_type text not null,
  bytes bigint not null,
  on_day text not null,
  language text,
  accessibility text not null,
  primary key (tenant, kind, owner, version, place),
  foreign key (tenant, file) references file (tenant, digest)
);
create index attached_by_file on attached (tenant, file);

insert into attached (tenant, kind, owner, version, place, file, name, title_bg, title_en, media_type, bytes, on_day,
                      language, accessibility)
select tenant, 'publication', publication, number, place, file, name, title_bg, title_en, media_type, bytes, on_day,
       null, 'untold'
from attachment;

-- `attachment` stays for programs of before; a later step takes it away.
