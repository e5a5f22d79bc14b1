-- The catalogue and its change feed.
--
-- Every change of `artifact` is made by a transaction that first locks the one row of `feed`. So sequence numbers are
-- without gaps and in the order of commit: who sees number n sees every smaller one.
CREATE TABLE feed (
  id                       smallint PRIMARY KEY CHECK (id = 1),
  head                     bigint NOT NULL,
  artifact_count           bigint NOT NULL,
  relation_count           bigint NOT NULL,
  quarantined_record_count bigint NOT NULL
);
INSERT INTO feed VALUES (1, 0, 0, 0, 0);

-- One row an artifact, at the sequence of its latest change. Kind and author are parts of the name. The "C" collation
-- makes names compare as bytes, so that listing an author is a range of the primary key.
CREATE TABLE artifact (
  sequence            bigint NOT NULL,
  name                text COLLATE "C" NOT NULL,
  create_time         timestamptz,
  download_count      bigint NOT NULL,
  like_count          bigint NOT NULL,
  task                text NOT NULL,
  library             text NOT NULL,
  -- Lists are joined by the unit separator, U+001F, which no entry may contain: COPY takes half as long as with arrays,
  -- and nothing searches in them. A relation is the number of its type, a space, and the upstream's name.
  licenses            text NOT NULL,
  languages           text NOT NULL,
  tags                text NOT NULL,
  relations           text NOT NULL,
  -- Bytes that the columns above take on the wire: bounds pages and batches before their rows are read.
  wire_bytes          integer NOT NULL,
  -- The first 16 bytes of the SHA-256 over the declared columns: tells a changed record from an unchanged one.
  content_hash        bytea NOT NULL,
  import_id           uuid NOT NULL,
  update_time         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (name),
  CONSTRAINT artifact_sequence UNIQUE (sequence)
);
