-- Contributors whose data only workers know.
CREATE TABLE contributor_set (
    id           text PRIMARY KEY,
    contributors text[] NOT NULL,
    content      bytea NOT NULL,
    create_time  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN contributor_set.contributors IS 'Ids in ascending order: bit i of a coalition is the i-th.';

ALTER TABLE valuation ALTER COLUMN image_set DROP NOT NULL;
ALTER TABLE valuation ADD COLUMN contributor_set text REFERENCES contributor_set;
ALTER TABLE valuation ADD COLUMN contributors text[];
UPDATE valuation v SET contributors = s.contributors FROM image_set s WHERE s.id = v.image_set;
ALTER TABLE valuation ALTER COLUMN contributors SET NOT NULL;

ALTER TABLE valuation ADD COLUMN training_method text NOT NULL DEFAULT 'RETRAIN';
ALTER TABLE valuation ADD COLUMN finetuning_steps integer NOT NULL DEFAULT 0;
ALTER TABLE valuation ADD COLUMN removed_share double precision NOT NULL DEFAULT 0;
ALTER TABLE valuation ADD COLUMN denoiser text NOT NULL DEFAULT 'PERCEPTRON';
ALTER TABLE valuation ADD COLUMN channels integer NOT NULL DEFAULT 0;
ALTER TABLE valuation ADD COLUMN custom_trainer text NOT NULL DEFAULT '';
ALTER TABLE valuation ADD COLUMN parameter_names text[] NOT NULL DEFAULT '{}';
ALTER TABLE valuation ADD COLUMN parameter_values text[] NOT NULL DEFAULT '{}';

ALTER TABLE valuation ADD COLUMN priority integer NOT NULL DEFAULT 0;
ALTER TABLE valuation ADD COLUMN share double precision NOT NULL DEFAULT 1;
ALTER TABLE valuation ADD COLUMN budget_evaluations integer;
ALTER TABLE valuation ADD COLUMN budget_device_hours double precision;
ALTER TABLE valuation ADD COLUMN budget_cost numeric;
ALTER TABLE valuation ADD COLUMN precision_target text;
ALTER TABLE valuation ADD COLUMN precision_amount double precision;
ALTER TABLE valuation ADD COLUMN reuse boolean NOT NULL DEFAULT false;
ALTER TABLE valuation ADD COLUMN kind text NOT NULL DEFAULT '';
COMMENT ON COLUMN valuation.kind IS 'Hashes of trainer and contributors: evaluations of one kind and seed are the same.';
CREATE INDEX valuation_kind ON valuation (kind, seed, create_time);
ALTER TABLE valuation ADD COLUMN price_currency text;
ALTER TABLE valuation ADD COLUMN price_device_hour numeric;
ALTER TABLE valuation ADD COLUMN end_reason text NOT NULL DEFAULT '';
COMMENT ON COLUMN valuation.budget_cost IS 'In the currency of the price, which there is then.';

ALTER TABLE valuation DROP CONSTRAINT valuation_state_check;
ALTER TABLE valuation ADD CONSTRAINT valuation_state_check
    CHECK (state IN ('ACTIVE', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'EXHAUSTED'));

ALTER TABLE evaluation ADD COLUMN attempts integer NOT NULL DEFAULT 0;
ALTER TABLE evaluation ADD COLUMN last_failure text NOT NULL DEFAULT '';

-- What became of each lease.
ALTER TABLE lease ADD COLUMN attempt integer NOT NULL DEFAULT 1;
ALTER TABLE lease ADD COLUMN device_count integer NOT NULL DEFAULT 1;
ALTER TABLE lease ADD COLUMN batch uuid;
ALTER TABLE lease ADD COLUMN end_time timestamptz;
ALTER TABLE lease ADD COLUMN outcome text
    CHECK (outcome IN ('REPORTED', 'FAILED', 'RELEASED', 'LOST', 'ENDED'));
COMMENT ON COLUMN lease.batch IS 'The call that gave it: its leases are worked on one after the other.';
COMMENT ON COLUMN lease.outcome IS 'ENDED by the service, because the run ended. Null while it holds.';
UPDATE lease l SET batch = l.id;
UPDATE lease l SET end_time = l.create_time, outcome = 'REPORTED'
    WHERE NOT EXISTS (
        SELECT FROM evaluation e
        WHERE e.valuation = l.valuation AND e.position = l.position AND e.lease = l.id AND e.state = 'LEASED');
ALTER TABLE lease ALTER COLUMN batch SET NOT NULL;
CREATE INDEX lease_of_evaluation ON lease (valuation, position);
CREATE INDEX lease_of_batch ON lease (batch);
CREATE INDEX lease_open ON lease (valuation, position) WHERE end_time IS NULL;
CREATE INDEX evaluation_failed ON evaluation (valuation, coalition, replicate) WHERE state = 'FAILED';

-- Turns are given one at a time: who chooses the next evaluation holds this row.
CREATE TABLE scheduler (
    id boolean PRIMARY KEY DEFAULT true CHECK (id)
);
INSERT INTO scheduler DEFAULT VALUES;

-- What runs have been given: their part of the turns, and what counts against their budgets.
CREATE TABLE account (
    valuation      uuid PRIMARY KEY REFERENCES valuation,
    pass           double precision NOT NULL DEFAULT 0,
    waiting        boolean NOT NULL DEFAULT false,
    leases         integer NOT NULL DEFAULT 0,
    device_seconds double precision NOT NULL DEFAULT 0,
    timed_count    integer NOT NULL DEFAULT 0,
    timed_seconds  double precision NOT NULL DEFAULT 0,
    reused         integer NOT NULL DEFAULT 0
);
COMMENT ON COLUMN account.pass IS 'Turns taken, by share: of equal priority, the run with the least is next.';
COMMENT ON COLUMN account.waiting IS 'Whether it could have had every turn since its pass was last compared with others.';
COMMENT ON COLUMN account.device_seconds IS 'Of leases that have ended; what several of a batch held at once counts once.';
COMMENT ON COLUMN account.timed_count IS 'Leases that ended with their report: what the mean duration comes from.';
INSERT INTO account (valuation, leases)
    SELECT v.id, (SELECT count(*) FROM lease l WHERE l.valuation = v.id) FROM valuation v;

ALTER TABLE valuation ADD COLUMN next_look integer;
COMMENT ON COLUMN valuation.next_look IS 'Position that the next planned look stands at; null when there is none.';
ALTER TABLE solution ADD COLUMN position_count integer;
UPDATE solution s SET position_count = (SELECT count(*) FROM evaluation e WHERE e.valuation = s.valuation);
ALTER TABLE solution ALTER COLUMN position_count SET NOT NULL;
ALTER TABLE ledger ADD COLUMN position integer;
UPDATE ledger l SET position = e.position FROM evaluation e
    WHERE e.valuation = l.valuation AND e.coalition = l.coalition AND e.replicate = l.replicate;
ALTER TABLE ledger ALTER COLUMN position SET NOT NULL;
ALTER TABLE ledger ADD COLUMN reused_from uuid REFERENCES valuation;

-- What evaluations start from; the first content stays.
CREATE TABLE checkpoint (
    id          text PRIMARY KEY,
    content     bytea NOT NULL,
    create_time timestamptz NOT NULL DEFAULT now()
);

-- What a launcher last said of a run's workers.
CREATE TABLE launch (
    valuation   uuid PRIMARY KEY REFERENCES valuation,
    reason      text NOT NULL,
    message     text NOT NULL,
    running     integer NOT NULL,
    starting    integer NOT NULL,
    update_time timestamptz NOT NULL DEFAULT now()
);
