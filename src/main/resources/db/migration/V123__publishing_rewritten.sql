-- What a post says on its network where somebody changed it there, and what was decided about it.
create table publishing_rewritten (
  workspace_id uuid not null,
  post_id      uuid not null,
  words        text not null,
  seen_at      timestamptz not null,
  answer       text check (answer in ('KEPT', 'OURS')),
  answered_at  timestamptz,
  primary key (workspace_id, post_id),
  foreign key (workspace_id, post_id) references publishing_post on delete cascade,
  check ((answer is null) = (answered_at is null))
);
select palabre_guard('publishing_rewritten');
create index publishing_rewritten_open on publishing_rewritten (workspace_id, seen_at)
  where answer is null;
