// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include <QByteArray>

#include "importer/TableRecord.h"
#include "lab/Result.h"

namespace shotlab::importer
{

/// Reads CSV record by record (RFC 4180; UTF-8 with or without byte order mark). Line ends may be CRLF, LF or CR; empty
/// lines are passed over; a quote inside an unquoted field stands for itself.
class CsvReader
{
public:
    CsvReader(QByteArray bytes, char separator);

    /// The next record, or nothing at the end. TableMalformed {empty path, line} when a quote is never closed (the line it
    /// was opened in), something follows a closing quote, or the text is no UTF-8. Not to be called again after an error.
    [[nodiscard]] Result<std::optional<TableRecord>> next();

private:
    [[nodiscard]] Result<QByteArray> quotedField();
    [[nodiscard]] QByteArray plainField();
    [[nodiscard]] bool atEnd() const { return m_position >= m_bytes.size(); }
    [[nodiscard]] bool atFieldEnd() const;
    void skipLineBreak();
    [[nodiscard]] static tl::unexpected<Error> broken(int line, const char *technical);

    QByteArray m_bytes;
    char m_separator;
    qsizetype m_position = 0;
    int m_line = 1;
};

} // namespace shotlab::importer
