// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace shotlab::charts
{

/// Screen readers announce the chart widgets as charts (by default a widget is just "client area"). Safe to call again.
void announceAsChart();

} // namespace shotlab::charts
