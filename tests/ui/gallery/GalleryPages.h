// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace shotlab::gallery
{

/// Pages with every widget in the states it has, filled with invented but realistic values. The caller owns them.
[[nodiscard]] QWidget *controlsPage();
[[nodiscard]] QWidget *binsPage();
[[nodiscard]] QWidget *resultsPage();
[[nodiscard]] QWidget *statesPage();

} // namespace shotlab::gallery
