-- Files in parts of at most a mebibyte. A file is nothing until something names it; what nothing names is swept a day later.
CREATE TABLE file_chunk (
    file        uuid NOT NULL,
    position    integer NOT NULL,
    content     bytea NOT NULL,
    create_time timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (file, position)
);

CREATE TABLE feature_set (
    id                text PRIMARY KEY,
    state             text NOT NULL CHECK (state IN ('MAKING', 'READY', 'FAILED')),
    snapshot_time     timestamptz NOT NULL,
    snapshot_sequence bigint NOT NULL DEFAULT 0,
    repository_count  bigint NOT NULL DEFAULT 0,
    size_bytes        bigint NOT NULL DEFAULT 0,
    digest            text NOT NULL DEFAULT '',
    file              uuid,
    chunk_count       integer NOT NULL DEFAULT 0,
    create_time       timestamptz NOT NULL DEFAULT now(),
    holder            uuid,
    lease_end         timestamptz NOT NULL DEFAULT now(),
    attempts          integer NOT NULL DEFAULT 0,
    failure           text NOT NULL DEFAULT '',
    CHECK (state <> 'READY' OR file IS NOT NULL)
);
COMMENT ON COLUMN feature_set.lease_end IS 'Of one that is being made: from when on anybody may take it.';
COMMENT ON COLUMN feature_set.attempts IS 'How often somebody began to make it.';
-- One is made at a time.
CREATE UNIQUE INDEX feature_set_in_making ON feature_set (state) WHERE state = 'MAKING';

CREATE TABLE feature_set_request (
    request_id  uuid PRIMARY KEY,
    fingerprint text NOT NULL,
    feature_set text NOT NULL REFERENCES feature_set
);

CREATE TABLE embedding (
    id               text PRIMARY KEY,
    feature_set      text NOT NULL REFERENCES feature_set,
    valuation        text NOT NULL,
    metric_names     text[] NOT NULL,
    metric_values    double precision[] NOT NULL,
    state            text NOT NULL CHECK (state IN ('ENCODING', 'READY', 'FAILED')),
    digest           text NOT NULL,
    size_bytes       bigint NOT NULL,
    file             uuid NOT NULL,
    chunk_count      integer NOT NULL,
    repository_count bigint NOT NULL DEFAULT 0,
    dimension        integer NOT NULL DEFAULT 0,
    create_time      timestamptz NOT NULL DEFAULT now(),
    holder           uuid,
    lease_end        timestamptz NOT NULL DEFAULT now(),
    attempts         integer NOT NULL DEFAULT 0,
    failure          text NOT NULL DEFAULT ''
);
COMMENT ON COLUMN embedding.lease_end IS 'Of one that is being encoded: from when on anybody may take it.';
CREATE INDEX embedding_newest ON embedding (create_time DESC, id DESC);

CREATE TABLE repository_vector (
    embedding  text NOT NULL REFERENCES embedding,
    row_number integer NOT NULL,
    name       text NOT NULL,
    presence   smallint NOT NULL,
    fused      real[] NOT NULL,
    views      real[] NOT NULL,
    PRIMARY KEY (embedding, row_number)
);
COMMENT ON COLUMN repository_vector.row_number IS 'Place among the records of the feature set, from 0.';
COMMENT ON COLUMN repository_vector.presence IS 'The views that took part, a bit each.';
COMMENT ON COLUMN repository_vector.views IS 'Vectors of the views that took part, one after the other.';

CREATE TABLE served_embedding (
    only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    embedding  text NOT NULL REFERENCES embedding,
    serve_time timestamptz NOT NULL DEFAULT now()
);
