-- How close and how many a brand lets its contents be before it is told.
create table editorial_pace (
  workspace_id  uuid not null primary key references identity_workspace on delete cascade,
  apart_minutes int not null check (apart_minutes between 0 and 1440),
  daily_most    int not null check (daily_most between 1 and 100)
);
select palabre_guard('editorial_pace');
