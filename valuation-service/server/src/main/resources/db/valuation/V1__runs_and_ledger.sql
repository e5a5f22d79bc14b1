-- Works on PostgreSQL 14 and newer; CockroachDB 23 and newer has all of it too.

CREATE TABLE image_set (
    id               text PRIMARY KEY,
    width            integer NOT NULL,
    height           integer NOT NULL,
    contributors     text[] NOT NULL,
    image_counts     integer[] NOT NULL,
    pixels           bytea NOT NULL,
    reference_pixels bytea NOT NULL,
    reference_labels bytea NOT NULL,
    create_time      timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN image_set.contributors IS 'Ids in ascending order: bit i of a coalition is the i-th.';
COMMENT ON COLUMN image_set.pixels IS 'Images of the contributors, one contributor after the other.';

CREATE TABLE valuation (
    id                    uuid PRIMARY KEY,
    request_id            uuid NOT NULL UNIQUE,
    image_set             text NOT NULL REFERENCES image_set,
    training_steps        integer NOT NULL,
    batch_size            integer NOT NULL,
    hidden_units          integer NOT NULL,
    learning_rate         double precision NOT NULL,
    generated_image_count integer NOT NULL,
    sampling_steps        integer NOT NULL,
    utility               text NOT NULL,
    estimator             text NOT NULL,
    coalition_budget      integer NOT NULL,
    replicate_count       integer NOT NULL,
    seed                  bigint NOT NULL,
    traceparent           text NOT NULL,
    state                 text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'SUCCEEDED', 'FAILED')),
    reference_hash        text,
    failure               text NOT NULL DEFAULT '',
    create_time           timestamptz NOT NULL DEFAULT now(),
    end_time              timestamptz
);
CREATE INDEX valuation_active ON valuation (create_time, id) WHERE state = 'ACTIVE';
CREATE INDEX valuation_newest ON valuation (create_time DESC, id DESC);

-- The plan of a run and where each part of it stands.
CREATE TABLE evaluation (
    valuation uuid NOT NULL REFERENCES valuation,
    position  integer NOT NULL,
    coalition bytea NOT NULL,
    replicate integer NOT NULL,
    state     text NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED', 'LEASED', 'DONE', 'FAILED', 'DROPPED')),
    lease     uuid,
    lease_end timestamptz,
    failures  integer NOT NULL DEFAULT 0,
    losses    integer NOT NULL DEFAULT 0,
    PRIMARY KEY (valuation, position),
    UNIQUE (valuation, coalition, replicate)
);
COMMENT ON COLUMN evaluation.lease IS 'The lease that holds now; an earlier one may still report, but not renew.';
CREATE INDEX evaluation_open ON evaluation (valuation, position) WHERE state = 'QUEUED';
CREATE INDEX evaluation_leased ON evaluation (lease_end) WHERE state = 'LEASED';

-- Every lease that was ever given, so that a late report still finds what it is about.
CREATE TABLE lease (
    id          uuid PRIMARY KEY,
    valuation   uuid NOT NULL,
    position    integer NOT NULL,
    worker      text NOT NULL,
    create_time timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (valuation, position) REFERENCES evaluation
);

-- What trainings gave. Rows are added and never changed.
CREATE TABLE ledger (
    valuation        uuid NOT NULL REFERENCES valuation,
    coalition        bytea NOT NULL,
    replicate        integer NOT NULL,
    utility_names    text[] NOT NULL,
    utility_values   double precision[] NOT NULL,
    reference_hash   text NOT NULL,
    duration_seconds double precision NOT NULL,
    worker           text NOT NULL,
    create_time      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (valuation, coalition, replicate)
);

-- The values of a run that succeeded, one array element a contributor.
CREATE TABLE solution (
    valuation               uuid PRIMARY KEY REFERENCES valuation,
    shapley_values          double precision[] NOT NULL,
    standard_errors         double precision[] NOT NULL,
    lower_ends              double precision[] NOT NULL,
    upper_ends              double precision[] NOT NULL,
    ranks                   integer[] NOT NULL,
    empty_utility           double precision NOT NULL,
    grand_utility           double precision NOT NULL,
    efficiency_gap          double precision NOT NULL,
    seed_standard_deviation double precision NOT NULL,
    coalition_count         integer NOT NULL,
    matrix_rank             integer NOT NULL,
    condition_number        double precision NOT NULL
);
