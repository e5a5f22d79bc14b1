-- The key that workers' credentials are signed with, the same for all replicas. To change it, delete the row and restart them.
CREATE TABLE credential_key (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    jwk text NOT NULL,
    create_time timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN credential_key.jwk IS 'JSON Web Key with its private part.';
