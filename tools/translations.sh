#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For maintainers: brings the translations up to date with the sentences in the sources. New ones come in as unfinished and
# are to be worded; tests/ui/text/tst_Translation fails until they are.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
lupdate=$(command -v /usr/lib/qt6/bin/lupdate || command -v lupdate)
"$lupdate" -disable-heuristic sametext -locations none -no-obsolete ui app -ts resources/translations/*.ts
