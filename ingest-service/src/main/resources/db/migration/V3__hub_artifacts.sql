-- What a hub tells of an artifact beyond its listing's core, whose it is, and what it said before.
ALTER TABLE artifact
  -- The hub's own identifier, which survives renaming.
  ADD COLUMN hub_id            text NOT NULL DEFAULT '',
  ADD COLUMN modify_time       timestamptz,
  ADD COLUMN revision          text NOT NULL DEFAULT '',
  -- The contract's Availability.
  ADD COLUMN availability      smallint NOT NULL DEFAULT 1,
  ADD COLUMN availability_time timestamptz,
  ADD COLUMN aliases           text NOT NULL DEFAULT '',
  ADD COLUMN renamed_to        text NOT NULL DEFAULT '',
  ADD COLUMN parameter_count   bigint NOT NULL DEFAULT 0,
  ADD COLUMN formats           text NOT NULL DEFAULT '',
  ADD COLUMN files             text NOT NULL DEFAULT '',
  ADD COLUMN card_data         text NOT NULL DEFAULT '',
  -- Where its record, relations included, comes from, and when that source looked so.
  ADD COLUMN source            text NOT NULL DEFAULT '',
  ADD COLUMN snapshot_time     timestamptz NOT NULL DEFAULT '-infinity';
CREATE INDEX artifact_hub_id ON artifact (hub_id) WHERE hub_id <> '';

-- What an artifact said before: a row for each state of the slowly changing fields that a later one replaced. It was
-- valid from the time at which the one before it ended.
CREATE TABLE artifact_version (
  name          text COLLATE "C" NOT NULL,
  sequence      bigint NOT NULL,
  valid_until   timestamptz NOT NULL,
  source        text NOT NULL,
  modify_time   timestamptz,
  revision      text NOT NULL,
  availability  smallint NOT NULL,
  task          text NOT NULL,
  library       text NOT NULL,
  licenses      text NOT NULL,
  languages     text NOT NULL,
  tags          text NOT NULL,
  relations     text NOT NULL,
  card_data     text NOT NULL,
  PRIMARY KEY (name, sequence)
);

-- Downloads and likes at earlier times. The latest are in `artifact`; a row is written when they change.
CREATE TABLE artifact_count (
  name           text COLLATE "C" NOT NULL,
  snapshot_time  timestamptz NOT NULL,
  download_count bigint NOT NULL,
  like_count     bigint NOT NULL,
  source         text NOT NULL,
  PRIMARY KEY (name, snapshot_time)
);

-- Names that artifacts had, and the name that each has now.
CREATE TABLE alias (
  alias      text COLLATE "C" PRIMARY KEY,
  target     text COLLATE "C" NOT NULL,
  source     text NOT NULL,
  found_time timestamptz NOT NULL
);
CREATE INDEX alias_target ON alias (target);
