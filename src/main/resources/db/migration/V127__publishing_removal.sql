-- Who asked for a post to be deleted from its network: what of it arrives later is deleted too.
alter table publishing_post add column removal_by uuid;
