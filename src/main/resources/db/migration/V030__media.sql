-- The media library. A file is named by its hash; the same image is kept once a brand.

create table media_asset (
  workspace_id   uuid not null references identity_workspace on delete cascade,
  id             uuid not null,
  file_name      text not null,
  mime_type      text not null,
  bytes          bigint not null,
  width          int not null,
  height         int not null,
  alt_text       text not null default '',
  sha256         text not null,
  path           text not null,
  thumbnail_path text,
  derived_from   uuid,
  added_by       uuid references identity_user on delete set null,
  added_at       timestamptz not null,
  search         tsvector not null,
  primary key (workspace_id, id),
  unique (workspace_id, sha256)
);
create index media_asset_newest on media_asset (workspace_id, id desc);
create index media_asset_search on media_asset using gin (search);
select palabre_guard('media_asset');
