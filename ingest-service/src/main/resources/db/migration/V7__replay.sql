-- The header line of an imported table, kept when a record of it is refused: without it the record cannot be read again.
ALTER TABLE import ADD COLUMN header bytea;
