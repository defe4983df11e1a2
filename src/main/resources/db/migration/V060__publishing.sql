-- What goes out when: one row per adaptation of a validated content, with the wall clock it was
-- planned by, and what became of it. The acts themselves are deliveries.

create table publishing_post (
  workspace_id  uuid not null references identity_workspace on delete cascade,
  id            uuid not null,
  content_id    uuid not null,
  adaptation_id uuid not null,
  account_id    uuid not null,
  content_hash  text not null,
  title         text not null,
  excerpt       text not null,
  parts         int not null,
  local_at      timestamp not null,
  zone          text not null,
  due_at        timestamptz not null,
  shift         text not null check (shift in ('NONE', 'SKIPPED', 'DOUBLED')),
  state         text not null check (state in ('WAITING', 'SENDING', 'IN_DOUBT', 'REFUSED', 'OUT',
                  'CANCELLED', 'REMOVED')),
  remote_id     text,
  permalink     text,
  published_at  timestamptz,
  created_at    timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references network_account
);
create unique index publishing_post_adaptation on publishing_post (workspace_id, adaptation_id)
  where state <> 'CANCELLED';
create index publishing_post_content on publishing_post (workspace_id, content_id);
create index publishing_post_due on publishing_post (workspace_id, due_at)
  where state in ('WAITING', 'SENDING');
create index publishing_post_out on publishing_post (workspace_id, published_at desc)
  where state = 'OUT';
select palabre_guard('publishing_post');

create table publishing_settings (
  workspace_id uuid not null primary key references identity_workspace on delete cascade,
  late_minutes int not null check (late_minutes >= 0)
);
select palabre_guard('publishing_settings');
