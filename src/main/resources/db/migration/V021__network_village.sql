-- The demo network that lives in the process. What people there will say is written with its hour
-- as soon as it is decided; it is seen once that hour has come.

create table network_village_account (
  workspace_id  uuid not null references identity_workspace on delete cascade,
  handle        text not null,
  name          text not null,
  opened_at     timestamptz not null,
  visits        int not null default 0,
  next_visit_at timestamptz not null,
  primary key (workspace_id, handle)
);
select palabre_guard('network_village_account');

create table network_village_message (
  workspace_id uuid not null,
  handle       text not null,
  id           text not null,
  author       text,
  kind         text not null,
  body         text not null,
  images       int not null default 0,
  parent_id    text,
  root_id      text not null,
  intent       text,
  depth        int not null default 0,
  at           timestamptz not null,
  changed_at   timestamptz,
  deleted_at   timestamptz,
  liked_at     timestamptz,
  primary key (workspace_id, handle, id),
  foreign key (workspace_id, handle) references network_village_account on delete cascade
);
create index network_village_message_root on network_village_message (workspace_id, handle, root_id);
create index network_village_message_ours on network_village_message (workspace_id, handle, at)
  where author is null;
select palabre_guard('network_village_message');

create table network_village_event (
  workspace_id uuid not null,
  handle       text not null,
  at           timestamptz not null,
  id           text not null,
  revision     text not null default '',
  kind         text not null,
  about        text,
  payload      text not null,
  primary key (workspace_id, handle, at, id, revision),
  foreign key (workspace_id, handle) references network_village_account on delete cascade
);
create index network_village_event_about on network_village_event (workspace_id, handle, about, kind);
select palabre_guard('network_village_event');
