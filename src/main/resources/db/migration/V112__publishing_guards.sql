-- What the clock may do to a post that waits, and how late one may still go out.

-- The rules of its zone were changed since it was planned: its wall clock means another instant now.
alter table publishing_post add column rules_changed boolean not null default false;
create index publishing_post_zone on publishing_post (workspace_id, zone, id)
  where state = 'WAITING';
create index publishing_post_rules on publishing_post (workspace_id, due_at)
  where state = 'WAITING' and rules_changed;
