-- When the person last proved who they are, and roughly in which browser the session is.
alter table session add column confirmed bigint not null default 0;
alter table session add column browser text not null default '';
