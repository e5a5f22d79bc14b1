-- Imports read a file or crawl a hub. Each hub is a lane of its own, so that a crawl of hours holds no file up.
ALTER TABLE import
  ADD COLUMN lane          text NOT NULL DEFAULT 'file',
  -- Where its committed part ends, in the words of its reader; empty at the beginning.
  ADD COLUMN checkpoint    text NOT NULL DEFAULT '',
  ADD COLUMN kind          text,
  ADD COLUMN snapshot_time timestamptz,
  -- What is being read, for people, and how many records there probably are; 0 when nobody knows.
  ADD COLUMN phase            text NOT NULL DEFAULT '',
  ADD COLUMN expected_records bigint NOT NULL DEFAULT 0,
  ADD COLUMN request_count    bigint NOT NULL DEFAULT 0,
  -- When it was first read.
  ADD COLUMN start_time       timestamptz,
  DROP CONSTRAINT import_state_check,
  ADD CONSTRAINT import_state_check
    CHECK (state IN ('PENDING', 'RUNNING', 'PAUSED', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  ALTER COLUMN upload_id DROP NOT NULL,
  ALTER COLUMN format DROP NOT NULL;
UPDATE import SET checkpoint = line || ',' || content_offset, snapshot_time = create_time, format =
  CASE WHEN format = 'MODELS_TSV' THEN 'TSV' ELSE format END, requested_format =
  CASE WHEN requested_format = 'MODELS_TSV' THEN 'TSV' ELSE requested_format END;
ALTER TABLE import
  ALTER COLUMN snapshot_time SET NOT NULL,
  DROP COLUMN line,
  DROP COLUMN content_offset;
DROP INDEX import_unfinished;
CREATE INDEX import_unfinished ON import (lane, create_time) WHERE state IN ('PENDING', 'RUNNING');

-- Who may import in a lane: one instance at a time.
DROP TABLE import_lease;
CREATE TABLE import_lease (
  lane       text PRIMARY KEY,
  holder     uuid,
  expires_at timestamptz NOT NULL
);
