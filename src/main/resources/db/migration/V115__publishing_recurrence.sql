-- Contents that come back. Each occurrence is a content of its own; its row here outlives it, so that
-- what a person deleted is not made again.

create table publishing_recurrence (
  workspace_id   uuid not null references identity_workspace on delete cascade,
  id             uuid not null,
  model_id       uuid not null,
  kind           text not null check (kind in ('WEEKLY', 'MONTHLY_DATE', 'MONTHLY_WEEKDAY')),
  every          int not null check (every between 1 and 52),
  days           int[] not null,
  number         int not null,
  at             time not null,
  from_date      date not null,
  until_date     date,
  most           int check (most > 0),
  keeps_approval boolean not null,
  created_by     uuid references identity_user on delete set null,
  created_at     timestamptz not null,
  ended_at       timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, model_id) references editorial_content on delete cascade
);
create index publishing_recurrence_model on publishing_recurrence (workspace_id, model_id);
select palabre_guard('publishing_recurrence');

create table publishing_occurrence (
  workspace_id  uuid not null,
  recurrence_id uuid not null,
  local_date    date not null,
  content_id    uuid,
  made_hash     text not null,
  made_local    timestamp not null,
  primary key (workspace_id, recurrence_id, local_date),
  foreign key (workspace_id, recurrence_id) references publishing_recurrence on delete cascade,
  foreign key (workspace_id, content_id) references editorial_content
    on delete set null (content_id)
);
create index publishing_occurrence_content on publishing_occurrence (workspace_id, content_id);
select palabre_guard('publishing_occurrence');
