-- SPDX-FileCopyrightText: 2026 The Shotlab developers
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What people say about a cell of a comparison (an arm at a k), and whether they took it out. Its runs stay.
CREATE TABLE cell_mark (
    comparison_id INTEGER NOT NULL,
    arm           INTEGER NOT NULL,
    k             TEXT NOT NULL,    -- as in run
    tags          TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
    note          TEXT NOT NULL DEFAULT '',
    removed       INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    PRIMARY KEY (comparison_id, arm, k),
    FOREIGN KEY (comparison_id, arm) REFERENCES arm (comparison_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
