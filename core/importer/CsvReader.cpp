// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importer/CsvReader.h"

#include <utility>

#include <QStringDecoder>

namespace shotlab::importer
{

CsvReader::CsvReader(QByteArray bytes, char separator) : m_bytes(std::move(bytes)), m_separator(separator)
{
    if (m_bytes.startsWith("\xEF\xBB\xBF"))
        m_position = 3;
}

tl::unexpected<Error> CsvReader::broken(int line, const char *technical)
{
    return fail(ErrorCode::TableMalformed, {std::string(), std::to_string(line)}, technical);
}

bool CsvReader::atFieldEnd() const
{
    return atEnd() || m_bytes[m_position] == m_separator || m_bytes[m_position] == '\n' || m_bytes[m_position] == '\r';
}

void CsvReader::skipLineBreak()
{
    if (m_bytes[m_position] == '\r' && m_position + 1 < m_bytes.size() && m_bytes[m_position + 1] == '\n')
        ++m_position;
    ++m_position;
    ++m_line;
}

Result<QByteArray> CsvReader::quotedField()
{
    const int openedIn = m_line;
    QByteArray field;
    ++m_position;
    while (!atEnd()) {
        const char c = m_bytes[m_position];
        if (c != '"') {
            const qsizetype begin = m_position;
            if (c == '\n' || c == '\r')
                skipLineBreak();
            else
                ++m_position;
            field.append(m_bytes.constData() + begin, m_position - begin);
            continue;
        }
        ++m_position;
        if (atFieldEnd())
            return field;
        if (m_bytes[m_position] != '"')
            return broken(m_line, "text after a closing quote");
        field.append('"');
        ++m_position;
    }
    return broken(openedIn, "quote not closed");
}

QByteArray CsvReader::plainField()
{
    const qsizetype begin = m_position;
    while (!atFieldEnd())
        ++m_position;
    return m_bytes.mid(begin, m_position - begin);
}

Result<std::optional<TableRecord>> CsvReader::next()
{
    while (!atEnd() && (m_bytes[m_position] == '\n' || m_bytes[m_position] == '\r'))
        skipLineBreak();
    if (atEnd())
        return std::nullopt;

    TableRecord record {m_line, {}};
    for (;;) {
        Result<QByteArray> field = !atEnd() && m_bytes[m_position] == '"' ? quotedField() : plainField();
        if (!field)
            return tl::unexpected(std::move(field.error()));
        // A character cut off is an error too, and a mark at the beginning of a field is part of it.
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        const QString text = decoder(*field);
        if (decoder.hasError() || text.contains(QChar::Null))
            return broken(record.line, "not UTF-8 text");
        record.fields.append(text);
        if (atEnd() || m_bytes[m_position] != m_separator)
            break;
        ++m_position;
    }
    if (!atEnd())
        skipLineBreak();
    return record;
}

} // namespace shotlab::importer
