// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importer/JsonLinesReader.h"

#include <utility>

#include <nlohmann/json.hpp>

namespace shotlab::importer
{

namespace
{

using Json = nlohmann::ordered_json; // columns in the order of the file

tl::unexpected<Error> broken(int line, const char *technical)
{
    return fail(ErrorCode::TableMalformed, {std::string(), std::to_string(line)}, technical);
}

/// Nothing for what has no text of its own.
std::optional<QString> fieldFrom(const Json &value)
{
    if (value.is_null())
        return QString();
    if (value.is_structured())
        return std::nullopt;
    const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
    if (text.find('\0') != std::string::npos)
        return std::nullopt;
    return QString::fromStdString(text);
}

} // namespace

JsonLinesReader::JsonLinesReader(QByteArray bytes) : m_bytes(std::move(bytes))
{
    if (m_bytes.startsWith("\xEF\xBB\xBF"))
        m_position = 3;
}

QByteArray JsonLinesReader::nextLine()
{
    const qsizetype end = m_bytes.indexOf('\n', m_position);
    const qsizetype length = (end < 0 ? m_bytes.size() : end) - m_position;
    const QByteArray line = m_bytes.mid(m_position, length);
    m_position += length + 1;
    ++m_line;
    return line;
}

Result<std::optional<TableRecord>> JsonLinesReader::next()
{
    const qsizetype begin = m_position;
    QByteArray line;
    while (m_position < m_bytes.size() && line.trimmed().isEmpty())
        line = nextLine();
    if (line.trimmed().isEmpty())
        return std::nullopt;
    const Json object = Json::parse(line.begin(), line.end(), nullptr, false); // checks UTF-8 as well
    if (!object.is_object())
        return broken(m_line, "no JSON object");

    TableRecord record {m_line, {}};
    if (!std::exchange(m_hasHeader, true)) {
        for (const auto &[key, value] : object.items())
            m_columns.append(QString::fromStdString(key));
        record.fields = m_columns;
        m_position = begin; // the same object again, for what it holds
        m_line = 0;
        return record;
    }
    for (const QString &column : m_columns) {
        const auto found = object.find(column.toStdString());
        const std::optional<QString> field = found == object.end() ? QString() : fieldFrom(*found);
        if (!field)
            return broken(m_line, "a field is no text");
        record.fields.append(*field);
    }
    return record;
}

} // namespace shotlab::importer
