ALTER TABLE report ADD COLUMN failure_reason text;
ALTER TABLE report ADD COLUMN failure_message text;
COMMENT ON COLUMN report.failure_reason IS 'Of a failed one: the catalogued reason.';
