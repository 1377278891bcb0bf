-- Where each tenant is found: under a path of the instance's own address, or under a host of its own. The one with
-- neither has the address itself.
alter table tenant add column path text;
alter table tenant add column host text;
create unique index tenant_by_path on tenant (path);
create unique index tenant_by_host on tenant (host);
