-- What is fetched about single artifacts, apart from their listing. Names are those of `artifact`.
CREATE TABLE card (
  name       text COLLATE "C" PRIMARY KEY,
  -- Without the metadata block, which `data` holds as one JSON object.
  text       text NOT NULL,
  data       text NOT NULL,
  revision   text NOT NULL,
  fetch_time timestamptz NOT NULL
);

CREATE TABLE artifact_file (
  name       text COLLATE "C" NOT NULL,
  path       text COLLATE "C" NOT NULL,
  size_bytes bigint NOT NULL,
  PRIMARY KEY (name, path)
);

CREATE TABLE artifact_commit (
  name        text COLLATE "C" NOT NULL,
  commit_id   text COLLATE "C" NOT NULL,
  commit_time timestamptz NOT NULL,
  title       text NOT NULL,
  message     text NOT NULL,
  -- Joined by the unit separator, in the hub's order.
  authors     text NOT NULL,
  PRIMARY KEY (name, commit_id)
);
CREATE INDEX artifact_commit_time ON artifact_commit (name, commit_time, commit_id);

CREATE TABLE discussion (
  name         text COLLATE "C" NOT NULL,
  number       bigint NOT NULL,
  title        text NOT NULL,
  status       text NOT NULL,
  pull_request boolean NOT NULL,
  author       text NOT NULL,
  create_time  timestamptz NOT NULL,
  PRIMARY KEY (name, number)
);

-- How far each pass has got with each artifact: what need not be fetched again.
CREATE TABLE enrichment (
  pass       text NOT NULL,
  name       text COLLATE "C" NOT NULL,
  revision   text NOT NULL,
  etag       text NOT NULL,
  fetch_time timestamptz NOT NULL,
  PRIMARY KEY (pass, name)
);
