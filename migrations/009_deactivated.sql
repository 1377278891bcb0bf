-- Since when somebody may not come in any more; their name stays with what they did.
alter table person add column deactivated bigint;
