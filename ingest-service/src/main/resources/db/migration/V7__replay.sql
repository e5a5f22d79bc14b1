-- The header line of an imported table, kept when a record of it is refused: without it the record cannot be read again.
ALTER TABLE import ADD COLUMN header bytea;

-- What a refused record describes, where its import has records of several kinds.
ALTER TABLE quarantined_record ADD COLUMN kind text;
