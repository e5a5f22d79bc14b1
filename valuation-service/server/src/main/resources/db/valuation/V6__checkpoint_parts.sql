-- Checkpoints lie in parts, so that no process ever has to hold one whole.
CREATE TABLE checkpoint_part (
    upload      uuid NOT NULL,
    position    integer NOT NULL,
    content     bytea NOT NULL,
    create_time timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (upload, position)
);
COMMENT ON TABLE checkpoint_part IS 'Parts whose upload no checkpoint names were cut off; they are swept after a day.';
CREATE INDEX checkpoint_part_oldest ON checkpoint_part (create_time);

ALTER TABLE checkpoint DROP COLUMN content;
ALTER TABLE checkpoint ADD COLUMN upload uuid NOT NULL;
ALTER TABLE checkpoint ADD COLUMN part_count integer NOT NULL;
