-- People of the public: one person, with a profile on each network they were met on.

create table community_person (
  workspace_id  uuid not null references identity_workspace on delete cascade,
  id            uuid not null default uuidv7(),
  name          text not null,
  first_seen_at timestamptz not null,
  primary key (workspace_id, id)
);
select palabre_guard('community_person');

create table community_identity (
  workspace_id  uuid not null,
  network       text not null,
  remote_id     text not null,
  person_id     uuid not null,
  handle        text not null,
  handle_key    text not null generated always as (lower(handle)) stored,
  display_name  text not null,
  avatar_url    text,
  first_seen_at timestamptz not null,
  primary key (workspace_id, network, remote_id),
  foreign key (workspace_id, person_id) references community_person on delete cascade
);
create index community_identity_person on community_identity (workspace_id, person_id);
create index community_identity_handle on community_identity (workspace_id, handle_key);
select palabre_guard('community_identity');

create table community_note (
  workspace_id uuid not null,
  id           uuid not null default uuidv7(),
  person_id    uuid not null,
  text         text not null,
  by_id        uuid not null,
  by_name      text not null,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references community_person on delete cascade
);
create index community_note_person on community_note (workspace_id, person_id);
select palabre_guard('community_note');
