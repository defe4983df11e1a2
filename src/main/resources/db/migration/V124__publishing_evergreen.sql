-- Contents of lasting worth that come back into chosen hours. Each coming back is a content of its
-- own; its row here outlives it, so that what a person deleted is not made again.

-- What a content says, so that every content that says it is found by one look into an index; a
-- content without a text of its own says what nobody else says.
alter table editorial_content add column words_key text
  generated always as (md5(coalesce(nullif(btrim(body->>'text'), ''), id::text))) stored;
create index editorial_content_words on editorial_content (workspace_id, words_key, planned_local)
  where deleted_at is null and planned_local is not null;

create table publishing_evergreen (
  workspace_id  uuid not null references identity_workspace on delete cascade,
  id            uuid not null,
  name          text not null,
  distance_days int not null check (distance_days between 31 and 730),
  lead_days     int not null check (lead_days between 1 and 14),
  paused        boolean not null default false,
  created_at    timestamptz not null,
  wake_at       timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
create index publishing_evergreen_wake on publishing_evergreen (wake_at) where wake_at is not null;
select palabre_guard('publishing_evergreen');

create table publishing_evergreen_slot (
  workspace_id uuid not null,
  evergreen_id uuid not null,
  day          smallint not null check (day between 1 and 7),
  at           time not null,
  primary key (workspace_id, evergreen_id, day, at),
  foreign key (workspace_id, evergreen_id) references publishing_evergreen on delete cascade
);
select palabre_guard('publishing_evergreen_slot');

-- A content stands in one queue at most: its distance is told once.
create table publishing_evergreen_content (
  workspace_id   uuid not null,
  content_id     uuid not null,
  evergreen_id   uuid not null,
  most           int check (most between 1 and 500),
  until_date     date,
  keeps_approval boolean not null,
  added_by       uuid references identity_user on delete set null,
  added_at       timestamptz not null,
  primary key (workspace_id, content_id),
  foreign key (workspace_id, evergreen_id) references publishing_evergreen on delete cascade,
  foreign key (workspace_id, content_id) references editorial_content on delete cascade
);
create index publishing_evergreen_content_queue
  on publishing_evergreen_content (workspace_id, evergreen_id);
select palabre_guard('publishing_evergreen_content');

create table publishing_comeback (
  workspace_id uuid not null,
  evergreen_id uuid not null,
  local_at     timestamp not null,
  model_id     uuid not null,
  content_id   uuid,
  made_hash    text not null,
  primary key (workspace_id, evergreen_id, local_at),
  foreign key (workspace_id, evergreen_id) references publishing_evergreen on delete cascade,
  foreign key (workspace_id, model_id) references editorial_content on delete cascade,
  foreign key (workspace_id, content_id) references editorial_content
    on delete set null (content_id)
);
create index publishing_comeback_content on publishing_comeback (workspace_id, content_id);
create index publishing_comeback_model on publishing_comeback (workspace_id, model_id);
select palabre_guard('publishing_comeback');
