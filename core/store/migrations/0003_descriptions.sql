-- SPDX-FileCopyrightText: 2026 The Shotlab developers
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a class means, in a sentence for the model; '' where nobody said it.
ALTER TABLE class ADD COLUMN description TEXT NOT NULL DEFAULT '';
---
ALTER TABLE comparison_class ADD COLUMN description TEXT NOT NULL DEFAULT '';
