// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "widgets/Theme.h"

namespace shotlab::widgets
{

/// The one style sheet, filled from a token table. Widgets that paint themselves read the tokens instead.
[[nodiscard]] QString styleSheet(const Tokens &tokens);

} // namespace shotlab::widgets
