-- The audit trail: written with each change, never changed.

create table compliance_audit (
  workspace_id uuid not null references identity_workspace on delete cascade,
  id           uuid not null default uuidv7(),
  at           timestamptz not null,
  actor_id     uuid,
  action       text not null,
  subject_id   uuid not null,
  label        text not null,
  primary key (workspace_id, id)
);
create index compliance_audit_subject on compliance_audit (workspace_id, subject_id);
select palabre_guard('compliance_audit');
revoke update, delete on compliance_audit from palabre_app, palabre_engine;
