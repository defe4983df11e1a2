-- An attempt is completed in place: with room left on its page, no index learns of it.
alter table delivery_attempt set (fillfactor = 60);
