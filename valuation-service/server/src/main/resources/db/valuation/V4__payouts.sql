-- Payouts as they were signed. Rows are added and never changed.
CREATE TABLE payout (
    id           uuid PRIMARY KEY,
    valuation    uuid NOT NULL REFERENCES valuation,
    request_id   uuid NOT NULL UNIQUE,
    request_hash text NOT NULL,
    document     text NOT NULL,
    position     bigint GENERATED ALWAYS AS IDENTITY,
    create_time  timestamptz NOT NULL
);
COMMENT ON COLUMN payout.document IS 'JSON Web Signature in compact form.';
COMMENT ON COLUMN payout.position IS 'Orders the payouts of a run.';
CREATE INDEX payout_of_run ON payout (valuation, position DESC);

-- Rows are added while the run's row is held, and have the time then: so those up to a time read under the same lock stay the same.
ALTER TABLE ledger ALTER COLUMN create_time SET DEFAULT clock_timestamp();
