-- What a crawl is asked to read: FULL, CHANGES, or null when the crawler is to choose.
ALTER TABLE import ADD COLUMN scope text;

-- How far a hub is known.
CREATE TABLE hub (
  name              text PRIMARY KEY,
  -- By the hub's clock: everything modified before is in the catalogue. Null when nothing is.
  watermark         timestamptz,
  -- When crawls were last complete; null when none of them was.
  full_time         timestamptz,
  changes_time      timestamptz,
  -- The crawl whose pages say what the hub had.
  full_import_id    uuid,
  -- Place in the feed up to which declared names were looked for.
  resolved_sequence bigint NOT NULL DEFAULT 0
);

-- What the pages of a full listing named: 64-bit hashes of resource names, so that a hub of millions takes megabytes.
CREATE TABLE crawl_page (
  import_id uuid NOT NULL,
  kind      text NOT NULL,
  page      bigint NOT NULL,
  names     bytea NOT NULL,
  PRIMARY KEY (import_id, kind, page)
);

-- Single artifacts that a crawl has yet to ask about, in the order of `place`.
CREATE TABLE crawl_item (
  import_id uuid NOT NULL,
  step      text NOT NULL,
  place     bigint NOT NULL,
  name      text COLLATE "C" NOT NULL,
  -- What the step knows of the artifact, such as its revision or an ETag.
  revision  text NOT NULL,
  etag      text NOT NULL,
  PRIMARY KEY (import_id, step, place)
);

-- Declared names that the hub does not know, and when it said so.
CREATE TABLE unknown_upstream (
  name       text COLLATE "C" PRIMARY KEY,
  check_time timestamptz NOT NULL
);
