-- SPDX-FileCopyrightText: 2026 The Shotlab developers
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The lists of a comparison neither shrink nor grow. They still go with their comparison: by then its row is gone.
CREATE TRIGGER test_set_is_kept BEFORE DELETE ON comparison_test
WHEN EXISTS (SELECT 1 FROM comparison WHERE id = OLD.comparison_id)
BEGIN
    SELECT RAISE(ABORT, 'the test set of a comparison never changes');
END;
---
CREATE TRIGGER pool_is_kept BEFORE DELETE ON comparison_pool
WHEN EXISTS (SELECT 1 FROM comparison WHERE id = OLD.comparison_id)
BEGIN
    SELECT RAISE(ABORT, 'the pool of a comparison never changes');
END;
---
CREATE TRIGGER draw_is_kept BEFORE DELETE ON draw
WHEN EXISTS (SELECT 1 FROM comparison WHERE id = OLD.comparison_id)
BEGIN
    SELECT RAISE(ABORT, 'the draws of a comparison never change');
END;
---
CREATE TRIGGER test_set_is_complete BEFORE INSERT ON comparison_test
WHEN NEW.position NOT BETWEEN 0 AND (SELECT test_size - 1 FROM comparison WHERE id = NEW.comparison_id)
BEGIN
    SELECT RAISE(ABORT, 'the test set of a comparison never changes');
END;
---
CREATE TRIGGER pool_is_complete BEFORE INSERT ON comparison_pool
WHEN EXISTS (SELECT 1 FROM run WHERE comparison_id = NEW.comparison_id)
BEGIN
    SELECT RAISE(ABORT, 'the pool of a comparison never changes');
END;
---
CREATE TRIGGER draw_is_complete BEFORE INSERT ON draw
WHEN EXISTS (SELECT 1 FROM run WHERE comparison_id = NEW.comparison_id)
BEGIN
    SELECT RAISE(ABORT, 'the draws of a comparison never change');
END;
