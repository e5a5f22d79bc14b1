-- When the source of a discussion looked so: what a later look told is not replaced by what an earlier one did.
ALTER TABLE discussion ADD COLUMN snapshot_time timestamptz NOT NULL DEFAULT '-infinity';
