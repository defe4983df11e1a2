-- The house is raised once, by whoever opens it first.

create table identity_house (
  single    boolean primary key default true check (single),
  raised_at timestamptz not null,
  origin    text not null
);

-- A brand's own row is as private as what it holds.
alter table identity_workspace enable row level security;
create policy own_rows on identity_workspace to palabre_app
  using (id = (select palabre_workspace())) with check (id = (select palabre_workspace()));
create policy engine_rows on identity_workspace to palabre_engine using (true) with check (true);

-- A session has a name of its own, so that its person can end it from a list.
alter table identity_session add column id uuid not null default uuidv7();
create unique index identity_session_id on identity_session (id);

-- What happens to a person's access, in no brand: sign-ups, passwords, sessions, brands deleted.
create table identity_journal (
  id         uuid primary key default uuidv7(),
  at         timestamptz not null,
  actor_id   uuid,
  action     text not null,
  subject_id uuid not null,
  label      text not null
);
create index identity_journal_subject on identity_journal (subject_id);
revoke update, delete on identity_journal from palabre_app, palabre_engine;
