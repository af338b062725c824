// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace shotlab::importer
{

/// One row of a table: its header, or an example.
struct TableRecord {
    int line = 0; ///< where it begins, from 1
    QStringList fields;
};

} // namespace shotlab::importer
