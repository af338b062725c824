-- SPDX-FileCopyrightText: 2026 The Shotlab developers
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What training did to what the network could do before; runs that moved no trained weights have no row.
CREATE TABLE retention (
    run_id  INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL CHECK (kind IN ('source-task', 'feature-similarity')),
    before  REAL,    -- 0..1; NULL when it is not a number
    after   REAL,    -- 0..1, a similarity -1..1
    changed REAL,    -- share of the examples that only one of the two named rightly
    count   INTEGER NOT NULL -- examples looked at
) STRICT;
