-- Files waiting in the spool folder to be imported.
CREATE TABLE upload (
  id          uuid PRIMARY KEY,
  file_name   text NOT NULL,
  size_bytes  bigint NOT NULL,
  sha256      text NOT NULL,
  create_time timestamptz NOT NULL
);

-- Imports, each with its checkpoint: `line` and `content_offset` are written in the transaction of the rows before them.
CREATE TABLE import (
  id               uuid PRIMARY KEY,
  request_id       uuid NOT NULL UNIQUE,
  upload_id        uuid NOT NULL,
  requested_format text,
  format           text NOT NULL,
  file_name        text NOT NULL,
  total_bytes      bigint NOT NULL,
  state            text NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED')),
  line             bigint NOT NULL,
  content_offset   bigint NOT NULL,
  read_bytes       bigint NOT NULL,
  created          bigint NOT NULL,
  updated          bigint NOT NULL,
  unchanged        bigint NOT NULL,
  quarantined      bigint NOT NULL,
  last_sequence    bigint NOT NULL,
  failure_reason   text,
  failure_message  text,
  create_time      timestamptz NOT NULL,
  update_time      timestamptz NOT NULL
);
CREATE INDEX import_unfinished ON import (create_time) WHERE state IN ('PENDING', 'RUNNING');
CREATE INDEX import_upload ON import (upload_id);

-- Records that were refused.
CREATE TABLE quarantined_record (
  import_id uuid NOT NULL,
  line      bigint NOT NULL,
  reason    text NOT NULL,
  field     text NOT NULL,
  detail    text NOT NULL,
  raw       bytea NOT NULL,
  raw_size  bigint NOT NULL,
  PRIMARY KEY (import_id, line)
);

-- Who may import: one instance at a time. A row with an expiry rather than an advisory lock, which CockroachDB lacks
-- and which a connection pool would lose.
CREATE TABLE import_lease (
  id         smallint PRIMARY KEY CHECK (id = 1),
  holder     uuid,
  expires_at timestamptz NOT NULL
);
INSERT INTO import_lease VALUES (1, NULL, '-infinity');
