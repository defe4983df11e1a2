-- What the networks counted, as they said it and when; the journal and the reports made of it.

-- An account whose figures are read. It outlives its removal: its history stays.
create table analytics_account (
  workspace_id  uuid not null references identity_workspace on delete cascade,
  account_id    uuid not null,
  network       text not null,
  handle        text not null,
  post_offer    text[] not null default '{}',
  account_offer text[] not null default '{}',
  known_at      timestamptz not null,
  read_at       timestamptz,
  next_read_at  timestamptz,
  tries         smallint not null default 0,
  primary key (workspace_id, account_id)
);
create index analytics_account_due on analytics_account (next_read_at)
  where next_read_at is not null;
select palabre_guard('analytics_account');

-- A post that is out. Its counters are the last known ones, rebuilt from the observations.
create table analytics_post (
  workspace_id             uuid not null references identity_workspace on delete cascade,
  id                       uuid not null,
  account_id               uuid not null,
  network                  text not null,
  remote_id                text not null,
  content_id               uuid,
  permalink                text,
  excerpt                  text not null,
  format                   text not null check (format in ('TEXT', 'LINK', 'IMAGE', 'IMAGES')),
  published_at             timestamptz not null,
  followers_at_publication bigint,
  early                    boolean not null default false,
  reactions                bigint,
  comments                 bigint,
  shares                   bigint,
  saves                    bigint,
  interactions             bigint,
  displays                 bigint,
  reach                    bigint,
  link_clicks              bigint,
  read_at                  timestamptz,
  next_read_at             timestamptz,
  tries                    smallint not null default 0,
  absences                 smallint not null default 0,
  gone_at                  timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, account_id, remote_id),
  foreign key (workspace_id, account_id) references analytics_account on delete cascade
);
create index analytics_post_due on analytics_post (next_read_at) where next_read_at is not null;
create index analytics_post_published on analytics_post (workspace_id, published_at desc, id);
create index analytics_post_account on analytics_post (workspace_id, account_id, published_at desc);
select palabre_guard('analytics_post');

-- One question put to a network: every figure can say where it comes from.
create table analytics_call (
  workspace_id uuid not null references identity_workspace on delete cascade,
  id           uuid not null,
  account_id   uuid not null,
  subject      text not null check (subject in ('ACCOUNT', 'POSTS')),
  asked        int not null,
  began_at     timestamptz not null,
  outcome      text not null check (outcome in ('READ', 'THROTTLED', 'DISCONNECTED', 'FAILED')),
  code         text,
  primary key (workspace_id, id)
);
create index analytics_call_account on analytics_call (workspace_id, account_id, began_at desc);
select palabre_guard('analytics_call');

-- Append-only: a value, or why there is none. The subject is a post, or the account itself.
create table analytics_observation (
  workspace_id uuid not null references identity_workspace on delete cascade,
  subject_id   uuid not null,
  metric       text not null,
  at           timestamptz not null,
  account_id   uuid not null,
  value        bigint,
  missing      text,
  checkpoint   text,
  network_day  date,
  read_at      timestamptz not null,
  call_id      uuid not null,
  definition   smallint not null default 1,
  primary key (workspace_id, subject_id, metric, at),
  check ((value is null) <> (missing is null))
);
create index analytics_observation_day on analytics_observation (workspace_id, account_id, at);
select palabre_guard('analytics_observation');
revoke update, delete on analytics_observation from palabre_app, palabre_engine;

-- Roll-up of the observations by day of the brand, rebuilt at will.
--   grouped: the part of the value that several days share, since no reading came between
--   corrections: the part that was taken back (a like withdrawn), negative
create table analytics_daily (
  workspace_id uuid not null references identity_workspace on delete cascade,
  account_id   uuid not null,
  day          date not null,
  metric       text not null,
  value        bigint,
  missing      text,
  grouped      bigint not null default 0,
  corrections  bigint not null default 0,
  observed     int not null,
  expected     int not null,
  last_at      timestamptz,
  zone         text not null,
  primary key (workspace_id, account_id, day, metric),
  check (value is not null or missing is not null)
);
create index analytics_daily_day on analytics_daily (workspace_id, day);
select palabre_guard('analytics_daily');

-- What people remarked on a day; its figures are not copied here.
create table analytics_journal (
  workspace_id uuid not null references identity_workspace on delete cascade,
  day          date not null,
  event        text not null default '',
  remarks      text not null default '',
  version      int not null default 1,
  written_by   uuid not null,
  written_at   timestamptz not null,
  primary key (workspace_id, day)
);
select palabre_guard('analytics_journal');

create table analytics_report (
  workspace_id uuid not null references identity_workspace on delete cascade,
  id           uuid not null,
  from_day     date not null,
  to_day       date not null check (to_day >= from_day),
  words        text not null default '',
  version      int not null default 1,
  written_by   uuid not null,
  written_at   timestamptz not null,
  created_at   timestamptz not null,
  closed_at    timestamptz,
  primary key (workspace_id, id)
);
create index analytics_report_period on analytics_report (workspace_id, to_day desc, id);
select palabre_guard('analytics_report');

-- A closed report as it was read: never changed, a revision is one version more.
create table analytics_report_version (
  workspace_id uuid not null,
  report_id    uuid not null,
  number       int not null,
  frozen_at    timestamptz not null,
  frozen_by    uuid not null,
  hash         text not null,
  body         text not null,
  primary key (workspace_id, report_id, number),
  foreign key (workspace_id, report_id) references analytics_report on delete cascade
);
select palabre_guard('analytics_report_version');
revoke update on analytics_report_version from palabre_app, palabre_engine;
