-- Projects that only those who prepare them see yet; a row goes when its project is opened, and what has none is open.
create table unopened_project (
  tenant bytea not null,
  project bytea not null,
  founded text not null,
  primary key (tenant, project),
  foreign key (tenant, project) references project (tenant, project)
);
