-- Contents and their adaptations. The body is one document, read and written whole; what lists and
-- the calendar show stands beside it in columns, so that they read this one table.

create table editorial_content (
  workspace_id     uuid not null references identity_workspace on delete cascade,
  id               uuid not null,
  name             text not null,
  body             jsonb not null,
  networks         text[] not null,
  accounts         uuid[] not null,
  stage            text not null,
  in_doubt         boolean not null default false,
  version          int not null,
  hash             text not null,
  planned_local    timestamp,
  planned_zone     text,
  planned_at       timestamptz,
  approved_hash    text,
  approved_version int,
  approved_by      uuid references identity_user on delete set null,
  submitted_by     uuid references identity_user on delete set null,
  submitted_at     timestamptz,
  alt_waived       boolean not null default false,
  page_key         text not null default '',
  created_by       uuid references identity_user on delete set null,
  created_at       timestamptz not null,
  updated_by       uuid references identity_user on delete set null,
  updated_at       timestamptz not null,
  deleted_at       timestamptz,
  search           tsvector not null,
  primary key (workspace_id, id),
  check ((planned_local is null) = (planned_at is null)
     and (planned_local is null) = (planned_zone is null))
);
create index editorial_content_planned on editorial_content (workspace_id, planned_local)
  where deleted_at is null and planned_local is not null;
create index editorial_content_recent on editorial_content (workspace_id, updated_at desc, id desc)
  where deleted_at is null;
create index editorial_content_stage
  on editorial_content (workspace_id, stage, updated_at desc, id desc) where deleted_at is null;
create index editorial_content_due on editorial_content (workspace_id, stage, planned_at)
  where deleted_at is null and planned_at is not null;
create index editorial_content_search on editorial_content using gin (search);
select palabre_guard('editorial_content');

create table editorial_adaptation (
  workspace_id  uuid not null,
  id            uuid not null,
  content_id    uuid not null,
  account_id    uuid not null,
  network       text not null,
  chosen        boolean not null default true,
  status        text not null default 'NONE',
  remote_id     text,
  permalink     text,
  note          text not null default '',
  progressed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, content_id, account_id),
  foreign key (workspace_id, account_id) references network_account on delete cascade,
  foreign key (workspace_id, content_id) references editorial_content on delete cascade
);
select palabre_guard('editorial_adaptation');

-- Every version worth coming back to. One person's stroke of work is one row until somebody
-- decides on it; an aside is what lost a conflict, kept so that nothing is lost.
create table editorial_version (
  workspace_id uuid not null,
  id           uuid not null,
  content_id   uuid not null,
  version      int not null,
  body         jsonb not null,
  hash         text not null,
  aside        boolean not null default false,
  pinned       boolean not null default false,
  by_id        uuid references identity_user on delete set null,
  begun_at     timestamptz not null,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, content_id) references editorial_content on delete cascade
);
create unique index editorial_version_number on editorial_version (workspace_id, content_id, version)
  where not aside;
select palabre_guard('editorial_version');

create table editorial_decision (
  workspace_id uuid not null,
  id           uuid not null,
  content_id   uuid not null,
  kind         text not null,
  version      int not null,
  hash         text not null,
  comment      text not null default '',
  by_id        uuid references identity_user on delete set null,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, content_id) references editorial_content on delete cascade
);
create index editorial_decision_content on editorial_decision (workspace_id, content_id, at);
select palabre_guard('editorial_decision');

-- Which images a content shows, so that the library never loses one that is used.
create table editorial_image (
  workspace_id uuid not null,
  content_id   uuid not null,
  asset_id     uuid not null,
  primary key (workspace_id, content_id, asset_id),
  foreign key (workspace_id, content_id) references editorial_content on delete cascade,
  foreign key (workspace_id, asset_id) references media_asset
);
create index editorial_image_asset on editorial_image (workspace_id, asset_id);
select palabre_guard('editorial_image');
