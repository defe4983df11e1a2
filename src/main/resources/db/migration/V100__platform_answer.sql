-- What each keyed write of the API was answered: kept a day, given again, forgotten with its token.

create table platform_answer (
  workspace_id uuid not null references identity_workspace on delete cascade,
  token_id     uuid not null,
  key          text not null,
  request_hash bytea not null,
  status       int,
  content_type text,
  location     text,
  etag         text,
  body         bytea,
  at           timestamptz not null,
  primary key (workspace_id, token_id, key),
  foreign key (workspace_id, token_id) references identity_token on delete cascade
);
create index platform_answer_age on platform_answer (workspace_id, token_id, at);
select palabre_guard('platform_answer');
