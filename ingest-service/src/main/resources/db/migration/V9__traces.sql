-- The trace that an import belongs to, as a W3C traceparent; empty when it was asked for without one.
ALTER TABLE import ADD COLUMN traceparent text NOT NULL DEFAULT '';
