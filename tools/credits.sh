#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Assembles resources/CREDITS.md from its parts. Run it after changing one of them.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../resources"
{
    cat <<'HEADER'
# Credits

What is on board beside Shotlab's own code: trained models, pictures, fonts, icons. Every entry names source, version and licence; all
of them go together with GPL-3.0-or-later. Assembled from `resources/credits/` by `tools/credits.sh`.

The libraries that Shotlab uses (Qt 6 with Qt Charts, LibTorch, SQLite, ICU, libzip, JSON for Modern C++, CLI11, tl::expected, Boost.Math)
are not on board: they come with Debian, under their own licences.
HEADER
    for part in models samples ui; do
        printf '\n'
        # The comment at the top of a part is about that file alone.
        sed '/^<!--$/,/^-->$/d' "credits/$part.md"
    done
} | cat -s >CREDITS.md
