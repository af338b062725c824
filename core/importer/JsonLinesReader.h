// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include <QByteArray>
#include <QStringList>

#include "importer/TableRecord.h"
#include "lab/Result.h"

namespace shotlab::importer
{

/// Reads JSON Lines (jsonlines.org: UTF-8, one object a line) as a table: the keys of the first object are its columns.
/// Blank lines are passed over; a key that an object lacks, and null, are empty fields; numbers and truth values are taken
/// as they are written.
class JsonLinesReader
{
public:
    explicit JsonLinesReader(QByteArray bytes);

    /// The header first, then a record for every object, or nothing at the end. TableMalformed {empty path, line} for a line
    /// that is no object, a field that is a list or an object, or text that is no UTF-8. Not to be called again after an error.
    [[nodiscard]] Result<std::optional<TableRecord>> next();

private:
    [[nodiscard]] QByteArray nextLine();

    QByteArray m_bytes;
    qsizetype m_position = 0;
    int m_line = 0; ///< of the line taken last, from 1
    bool m_hasHeader = false;
    QStringList m_columns;
};

} // namespace shotlab::importer
