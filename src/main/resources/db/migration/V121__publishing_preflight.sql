-- When a post that waits is looked over next; null once it was, an hour before it goes out.
alter table publishing_post add column look_at timestamptz;
update publishing_post set look_at = created_at where state = 'WAITING';
create index publishing_post_look on publishing_post (look_at)
  where state = 'WAITING' and look_at is not null;

-- What stood in a post's way when it was looked over last.
create table publishing_finding (
  workspace_id uuid not null,
  post_id      uuid not null,
  kind         text not null check (kind in ('DISCONNECTED', 'ACCESS_ENDS', 'PERMISSION', 'ABILITY',
                 'QUOTA', 'CONTENT', 'LINK', 'APPROVAL')),
  detail       text not null default '',
  found_at     timestamptz not null,
  primary key (workspace_id, post_id, kind, detail),
  foreign key (workspace_id, post_id) references publishing_post on delete cascade
);
select palabre_guard('publishing_finding');
