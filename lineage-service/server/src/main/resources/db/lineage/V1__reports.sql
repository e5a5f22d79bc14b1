-- Works on PostgreSQL 14 and newer; CockroachDB 23 and newer has all of it too.

CREATE TABLE report (
    id                text PRIMARY KEY,
    analysis          text NOT NULL,
    question          text NOT NULL,
    snapshot_sequence bigint NOT NULL,
    state             text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    holder            uuid NOT NULL,
    lease_end         timestamptz NOT NULL,
    create_time       timestamptz NOT NULL DEFAULT now(),
    summary           bytea,
    document          bytea,
    CHECK (state <> 'DONE' OR (summary IS NOT NULL AND document IS NOT NULL))
);
COMMENT ON COLUMN report.question IS 'Analysis, its version and a hash of the parameters: the id without the sequence.';
COMMENT ON COLUMN report.lease_end IS 'Of a running one: when it counts as given up unless the holder says that it goes on.';
COMMENT ON COLUMN report.summary IS 'The document without tables and figures.';
CREATE INDEX report_newest ON report (create_time DESC, id DESC) WHERE state = 'DONE';
CREATE INDEX report_of_question ON report (question, create_time DESC) WHERE state = 'DONE';
