-- Outgoing e-mail: written in the transaction that wants it sent, sent after, forgotten once sent.

create table platform_mail (
  id         uuid primary key,
  sealed     bytea,
  due_at     timestamptz not null,
  useful_to  timestamptz not null,
  claimed_to timestamptz,
  attempts   int not null default 0,
  state      text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
  settled_at timestamptz
);
create index platform_mail_due on platform_mail (due_at) where state = 'WAITING';
