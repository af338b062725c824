-- SPDX-FileCopyrightText: 2026 The Shotlab developers
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Version 1 of the lab file; docs/lab-file.md explains tables and guarantees. Runs in one transaction.
-- A line of three dashes ends a statement (triggers hold semicolons of their own). Never edit a migration that has been
-- released: write the next one.

CREATE TABLE lab (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    title        TEXT NOT NULL,
    sample       TEXT NOT NULL,          -- bundled sample it was made from, or ''
    seed         INTEGER NOT NULL,       -- 64 bits; from 2^63 on shown as negative
    created_at   TEXT NOT NULL,          -- ISO 8601, UTC
    created_by   TEXT NOT NULL,          -- program version
    written_by   TEXT NOT NULL,          -- program version that brought the file to its user_version; stays in every version
    test_locked  INTEGER NOT NULL CHECK (test_locked IN (0, 1)),
    test_by_user INTEGER NOT NULL CHECK (test_by_user IN (0, 1)),
    headline     TEXT NOT NULL DEFAULT '' -- first finding as JSON, for the list of recent labs
) STRICT;
---
CREATE TABLE model (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    card    TEXT NOT NULL CHECK (json_valid(card)),
    hash    TEXT NOT NULL,
    path    TEXT NOT NULL,
    bundled INTEGER NOT NULL CHECK (bundled IN (0, 1))
) STRICT;
---
-- Apart from model, so that a corrected card does not rewrite a hundred megabytes.
CREATE TABLE model_data (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    hash  TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
---
-- What the outputs of the model mean.
CREATE VIEW label (position, name) AS
SELECT source.key, source.value FROM model, json_each(model.card, '$.source_labels') AS source;
---
CREATE TABLE class (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    display TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(display)), -- language code -> name for people
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
---
-- Classes of the lab to outputs of the model, for zero-shot.
CREATE TABLE link (
    class_id INTEGER NOT NULL REFERENCES class (id),
    position INTEGER NOT NULL,
    label    INTEGER NOT NULL CHECK (label >= 0),
    PRIMARY KEY (class_id, position)
) STRICT, WITHOUT ROWID;
---
CREATE TABLE example (
    id            INTEGER PRIMARY KEY,
    class_id      INTEGER NOT NULL REFERENCES class (id),
    role          TEXT NOT NULL CHECK (role IN ('pool', 'test')),
    hash          TEXT NOT NULL,          -- SHA-256 of the stored bytes
    original_hash TEXT NOT NULL DEFAULT '', -- of the file it was scaled down from
    origin        TEXT NOT NULL DEFAULT '',
    source_group  TEXT NOT NULL DEFAULT '', -- examples that belong on one side of pool and test set
    width         INTEGER NOT NULL,
    height        INTEGER NOT NULL,
    size          INTEGER NOT NULL,       -- bytes
    removed       INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1, 2)) -- 1: by itself, 2: with its class
) STRICT;
---
CREATE INDEX example_by_class ON example (class_id);
---
-- Apart from example, so that listing thousands of examples does not walk over their pictures.
CREATE TABLE example_data (
    example_id INTEGER PRIMARY KEY REFERENCES example (id),
    thumbnail  BLOB NOT NULL,
    bytes      BLOB NOT NULL
) STRICT;
---
-- A comparison is fixed when it is made: its classes, test set, pool and draws are lists of their own, so nothing that
-- happens to the lab later can change what was compared.
CREATE TABLE comparison (
    id         INTEGER PRIMARY KEY,
    created_at TEXT NOT NULL,
    plan       TEXT NOT NULL CHECK (json_valid(plan)),    -- shots, draws, seed, working size, threads
    skipped    TEXT NOT NULL CHECK (json_valid(skipped)), -- parts of the grid that are not run, and why
    model_hash TEXT NOT NULL,
    data_hash  TEXT NOT NULL,
    test_size  INTEGER NOT NULL
) STRICT;
---
CREATE TABLE arm (
    comparison_id INTEGER NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    settings      TEXT NOT NULL CHECK (json_valid(settings)),
    PRIMARY KEY (comparison_id, position)
) STRICT, WITHOUT ROWID;
---
CREATE TABLE comparison_class (
    comparison_id INTEGER NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    class_id      INTEGER NOT NULL REFERENCES class (id),
    name          TEXT NOT NULL,
    display       TEXT NOT NULL CHECK (json_valid(display)),
    links         TEXT NOT NULL CHECK (json_valid(links)),
    PRIMARY KEY (comparison_id, position)
) STRICT, WITHOUT ROWID;
---
-- The locked test set. position is the place of an example in every prediction blob.
CREATE TABLE comparison_test (
    comparison_id  INTEGER NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    example_id     INTEGER NOT NULL REFERENCES example (id),
    class_position INTEGER NOT NULL,
    PRIMARY KEY (comparison_id, position),
    UNIQUE (comparison_id, example_id)
) STRICT, WITHOUT ROWID;
---
CREATE INDEX comparison_test_by_example ON comparison_test (example_id);
---
-- Everything that could be learnt from; at k = all everything that is learnt from.
CREATE TABLE comparison_pool (
    comparison_id  INTEGER NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    class_position INTEGER NOT NULL,
    example_id     INTEGER NOT NULL REFERENCES example (id),
    position       INTEGER NOT NULL,
    PRIMARY KEY (comparison_id, class_position, example_id),
    UNIQUE (comparison_id, example_id)
) STRICT, WITHOUT ROWID;
---
-- The order in which a draw takes the examples of a class: the first k are its support set.
CREATE TABLE draw (
    comparison_id  INTEGER NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    number         INTEGER NOT NULL,
    class_position INTEGER NOT NULL,
    rank           INTEGER NOT NULL,
    example_id     INTEGER NOT NULL,
    PRIMARY KEY (comparison_id, number, class_position, rank),
    FOREIGN KEY (comparison_id, class_position, example_id)
        REFERENCES comparison_pool (comparison_id, class_position, example_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
---
CREATE TRIGGER pool_is_not_test BEFORE INSERT ON comparison_pool
WHEN EXISTS (SELECT 1 FROM comparison_test WHERE comparison_id = NEW.comparison_id AND example_id = NEW.example_id)
BEGIN
    SELECT RAISE(ABORT, 'example is in the test set');
END;
---
CREATE TRIGGER test_is_not_pool BEFORE INSERT ON comparison_test
WHEN EXISTS (SELECT 1 FROM comparison_pool WHERE comparison_id = NEW.comparison_id AND example_id = NEW.example_id)
BEGIN
    SELECT RAISE(ABORT, 'example is in the pool');
END;
---
CREATE TRIGGER test_set_is_fixed BEFORE UPDATE ON comparison_test
BEGIN
    SELECT RAISE(ABORT, 'the test set of a comparison never changes');
END;
---
CREATE TRIGGER pool_is_fixed BEFORE UPDATE ON comparison_pool
BEGIN
    SELECT RAISE(ABORT, 'the pool of a comparison never changes');
END;
---
CREATE TRIGGER draw_is_fixed BEFORE UPDATE ON draw
BEGIN
    SELECT RAISE(ABORT, 'the draws of a comparison never change');
END;
---
-- What was once tested on is never learnt from, in any later comparison.
CREATE TRIGGER tested_stays_test BEFORE UPDATE OF role ON example
WHEN NEW.role <> 'test' AND EXISTS (SELECT 1 FROM comparison_test WHERE example_id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'example was in the test set of a comparison');
END;
---
CREATE TABLE run (
    id                 INTEGER PRIMARY KEY,
    comparison_id      INTEGER NOT NULL, -- the comparison that made it
    arm                INTEGER NOT NULL,
    k                  TEXT NOT NULL,    -- '0', '1', ... or 'all'
    draw               INTEGER NOT NULL,
    status             TEXT NOT NULL CHECK (status IN ('running', 'finished', 'failed', 'cancelled', 'interrupted')),
    fingerprint        TEXT NOT NULL,
    seed               INTEGER NOT NULL,
    settings           TEXT NOT NULL CHECK (json_valid(settings)),
    program            TEXT NOT NULL,
    library            TEXT NOT NULL,
    model_hash         TEXT NOT NULL,
    threads            INTEGER NOT NULL,
    started_at         TEXT NOT NULL,
    error              TEXT CHECK (error IS NULL OR json_valid(error)),
    seconds            REAL,
    feature_seconds    REAL,
    peak_bytes         INTEGER,
    trained_parameters INTEGER,
    total_parameters   INTEGER,
    steps              INTEGER,
    final_loss         REAL,             -- NULL when it is not a number
    train_accuracy     REAL,
    whole_model        INTEGER CHECK (whole_model IN (0, 1)),
    frozen_hash_before TEXT,
    frozen_hash_after  TEXT,
    FOREIGN KEY (comparison_id, arm) REFERENCES arm (comparison_id, position) ON DELETE CASCADE
) STRICT;
---
CREATE INDEX run_by_comparison ON run (comparison_id, arm);
---
CREATE INDEX run_by_fingerprint ON run (fingerprint) WHERE status = 'finished';
---
-- Which run a comparison shows in each cell: the latest attempt, or a run taken over from another comparison.
CREATE TABLE comparison_run (
    comparison_id INTEGER NOT NULL,
    arm           INTEGER NOT NULL,
    k             TEXT NOT NULL,
    draw          INTEGER NOT NULL,
    run_id        INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    PRIMARY KEY (comparison_id, arm, k, draw),
    FOREIGN KEY (comparison_id, arm) REFERENCES arm (comparison_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
---
CREATE INDEX comparison_run_by_run ON comparison_run (run_id);
---
CREATE TABLE epoch (
    run_id         INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    step           INTEGER NOT NULL,
    total_steps    INTEGER NOT NULL,
    train_loss     REAL,
    train_accuracy REAL,
    test_accuracy  REAL,
    test_count     INTEGER NOT NULL,
    seconds        REAL,
    PRIMARY KEY (run_id, step)
) STRICT, WITHOUT ROWID;
---
-- Per test example five classes (int16) and their probabilities (half), little-endian, by falling probability.
CREATE TABLE prediction (
    run_id INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
    data   BLOB NOT NULL
) STRICT;
---
-- Every example that a run learns from.
CREATE VIEW run_support (run_id, class_position, example_id) AS
SELECT run.id, draw.class_position, draw.example_id
FROM run JOIN draw ON draw.comparison_id = run.comparison_id AND draw.number = run.draw AND draw.rank < CAST(run.k AS INTEGER)
WHERE run.k <> 'all'
UNION ALL
SELECT run.id, pool.class_position, pool.example_id
FROM run JOIN comparison_pool AS pool ON pool.comparison_id = run.comparison_id
WHERE run.k = 'all';
