-- What may be too late: then a person is asked, or it is left out for good, in sight.

alter table delivery_delivery add column skips_late boolean not null default false;
alter table delivery_delivery drop constraint delivery_delivery_standing_check;
alter table delivery_delivery add constraint delivery_delivery_standing_check
  check (standing in ('SCHEDULED', 'HELD', 'SUBMITTING', 'IN_DOUBT', 'UNDECIDED', 'ACCEPTED',
    'CONFIRMED', 'REFUSED', 'CANCELLED', 'SKIPPED'));

alter table publishing_settings add column late_then text not null default 'ASK'
  check (late_then in ('ASK', 'SKIP'));

-- What was answered where a content got its date; null follows the brand.
create table publishing_late (
  workspace_id uuid not null references identity_workspace on delete cascade,
  content_id   uuid not null,
  late_minutes int check (late_minutes >= 0),
  late_then    text check (late_then in ('ASK', 'SKIP')),
  primary key (workspace_id, content_id)
);
select palabre_guard('publishing_late');

-- What holds for a post since it was put on the schedule.
alter table publishing_post add column late_minutes int not null default 120;
alter table publishing_post add column late_then text not null default 'ASK';
update publishing_post p set late_minutes = s.late_minutes
  from publishing_settings s where s.workspace_id = p.workspace_id;
alter table publishing_post drop constraint publishing_post_state_check;
alter table publishing_post add constraint publishing_post_state_check
  check (state in ('WAITING', 'SENDING', 'IN_DOUBT', 'REFUSED', 'OUT', 'CANCELLED', 'REMOVED',
    'SKIPPED'));
drop index publishing_post_adaptation;
create unique index publishing_post_adaptation on publishing_post (workspace_id, adaptation_id)
  where state not in ('CANCELLED', 'SKIPPED');
