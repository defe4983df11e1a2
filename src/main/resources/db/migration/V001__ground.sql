-- The floor: search helpers, row-level security, and the scheduler's own table.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

grant usage on schema public to palabre_app, palabre_engine;
alter default privileges in schema public
  grant select, insert, update, delete on tables to palabre_app, palabre_engine;
alter default privileges in schema public
  grant usage, select on sequences to palabre_app, palabre_engine;

-- The workspace whose rows the current transaction may see; null sees nothing.
create function palabre_workspace() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('palabre.workspace', true), '')::uuid;

-- Puts a workspace's table under row-level security. Every table with a workspace_id calls it.
create function palabre_guard(guarded regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('create policy own_rows on %s to palabre_app
                  using (workspace_id = (select palabre_workspace()))
                  with check (workspace_id = (select palabre_workspace()))', guarded);
  execute format('create policy engine_rows on %s to palabre_engine
                  using (true) with check (true)', guarded);
end $$;

-- French words without accents, the same way when stored and when searched.
create text search configuration palabre_fr (copy = french);
alter text search configuration palabre_fr
  alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration palabre_en (copy = english);
alter text search configuration palabre_en
  alter mapping for hword, hword_part, word with unaccent, english_stem;

-- db-scheduler's table, as its documentation gives it for PostgreSQL.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
