// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>

#include <QDir>
#include <QFileInfo>
#include <QStringConverter>

#include "importer/Classes.h"
#include "importer/CsvReader.h"
#include "importer/Importer.h"
#include "importer/JsonLinesReader.h"
#include "importer/PictureBatch.h"
#include "importer/TextFiles.h"
#include "media/Picture.h"

namespace shotlab::importer
{

namespace
{

constexpr std::array kSeparators {',', ';', '\t'};
const QStringList kImageNames {QStringLiteral("image")};
const QStringList kTextNames {QStringLiteral("text"), QStringLiteral("sentence"), QStringLiteral("utterance")};
const QStringList kLabelNames {QStringLiteral("label"), QStringLiteral("class"), QStringLiteral("category"),
                               QStringLiteral("intent")};
const QStringList kTableSuffixes {QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("tab"), QStringLiteral("jsonl"),
                                  QStringLiteral("ndjson")};

/// The columns looked for, in order of preference.
struct Wanted {
    QStringList content;
    QStringList label;
};

/// The next record of a table, its header first; nothing at the end.
using NextRecord = std::function<Result<std::optional<TableRecord>>()>;

struct Header {
    NextRecord rows; ///< reads what is below the header
    QStringList columns;
    qsizetype content = -1;
    qsizetype label = -1;

    [[nodiscard]] bool isComplete() const { return label >= 0 && content >= 0; }
};

qsizetype columnOf(const QStringList &columns, const QStringList &names)
{
    for (const QString &name : names) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (columns[i].compare(name, Qt::CaseInsensitive) == 0)
                return i;
        }
    }
    return -1;
}

Result<Header> headerOf(const NextRecord &next, const Wanted &wanted)
{
    Result<std::optional<TableRecord>> first = next();
    if (!first)
        return tl::unexpected(std::move(first.error()));
    Header header {next, {}, -1, -1};
    if (*first) {
        for (const QString &field : (*first)->fields)
            header.columns.append(field.trimmed());
    }
    header.content = columnOf(header.columns, wanted.content);
    header.label = columnOf(header.columns, wanted.label);
    return header;
}

/// The header line read with each separator: the first that yields the wanted columns, else the one that yields most.
Result<Header> csvHeader(const QByteArray &bytes, const Wanted &wanted)
{
    std::optional<Header> best;
    std::optional<Error> error;
    for (const char separator : kSeparators) {
        const auto reader = std::make_shared<CsvReader>(bytes, separator);
        Result<Header> header = headerOf([reader] { return reader->next(); }, wanted);
        if (!header) {
            error = std::move(header.error());
            continue;
        }
        if (header->isComplete())
            return header;
        if (!best || header->columns.size() > best->columns.size())
            best = *std::move(header);
    }
    if (!best || (error && best->columns.size() == 1)) // one column is what a wrong separator makes of any line
        return tl::unexpected(*std::move(error));
    return *std::move(best);
}

bool isJsonLines(const QString &table)
{
    const QString suffix = QFileInfo(table).suffix().toLower();
    return suffix == QLatin1String("jsonl") || suffix == QLatin1String("ndjson");
}

Result<Header> readHeader(const QString &table, const QByteArray &bytes, const Wanted &wanted)
{
    if (!isJsonLines(table))
        return csvHeader(bytes, wanted);
    const auto reader = std::make_shared<JsonLinesReader>(bytes);
    return headerOf([reader] { return reader->next(); }, wanted);
}

/// Where a table means by a path: relative to the table, with slashes of either kind (many tables come from Windows).
QString resolved(const QString &folder, const QString &value)
{
    const auto absolute = [&folder](const QString &path) {
        const bool rooted = !path.startsWith(u':') && QDir::isAbsolutePath(path); // ":" would be a resource of the program
        return QDir::cleanPath(rooted ? path : folder + u'/' + path);
    };
    QString path = absolute(value);
    if (!value.contains(u'\\') || QFileInfo::exists(path))
        return path;
    return absolute(QString(value).replace(u'\\', u'/'));
}

/// One example of a table before it is read.
struct Row {
    int line = 0;
    QString content;
    std::size_t classIndex = 0;
};

/// All rows below the header. A row without content or label is rejected, the rest goes on.
Result<std::vector<Row>> readRows(const Header &header, const QString &table, ImportedData &data)
{
    ClassIndex classes(data);
    std::vector<Row> rows;
    for (;;) {
        Result<std::optional<TableRecord>> record = header.rows();
        if (!record)
            return tl::unexpected(std::move(record.error()));
        if (!*record)
            return rows;
        const TableRecord &row = **record;
        const std::vector<std::string> where {table.toStdString(), std::to_string(row.line)};
        if (row.fields.size() != header.columns.size())
            return fail(ErrorCode::TableMalformed, where, "number of fields");
        if (std::all_of(row.fields.begin(), row.fields.end(), [](const QString &f) { return f.isEmpty(); }))
            continue; // spreadsheets write empty rows as separators alone
        const QString &content = row.fields[header.content];
        const QString label = row.fields[header.label].trimmed();
        if (content.trimmed().isEmpty() || label.isEmpty()) {
            data.rejected.push_back({table, Error {ErrorCode::TableMalformed, where, "empty field"}});
            continue;
        }
        rows.push_back({row.line, content, classes.of(label)});
    }
}

/// What the content column of a table holds.
Modality modalityOf(const Header &header, const std::vector<Row> &rows)
{
    const QString &column = header.columns[header.content];
    if (kImageNames.contains(column, Qt::CaseInsensitive))
        return Modality::Picture;
    if (kTextNames.contains(column, Qt::CaseInsensitive) || rows.empty())
        return Modality::Text;
    const QString suffix = QFileInfo(rows.front().content.trimmed()).suffix().toLower();
    const std::vector<QString> &pictures = media::pictureSuffixes();
    return std::find(pictures.begin(), pictures.end(), suffix) != pictures.end() ? Modality::Picture : Modality::Text;
}

void addRowPictures(const std::vector<Row> &rows, const QString &table, const Progress &progress, const std::stop_token &stop,
                    ImportedData &data)
{
    const QString folder = QFileInfo(table).absolutePath();
    std::vector<FoundFile> pictures;
    pictures.reserve(rows.size());
    for (const Row &row : rows) {
        const QString path = row.content.trimmed();
        pictures.push_back({resolved(folder, path), path.toStdString(), {}, row.classIndex});
    }
    addPictures(
        pictures, [](const FoundFile &picture) { return readRegularFile(picture.path); }, progress, stop, data);
}

void addRowTexts(const std::vector<Row> &rows, const QString &table, const Progress &progress, ImportedData &data)
{
    const std::string name = QFileInfo(table).fileName().toStdString();
    for (const Row &row : rows) {
        auto example = textExample(row.content.toUtf8(), name + ':' + std::to_string(row.line));
        if (example)
            data.classes[row.classIndex].examples.push_back(*std::move(example));
        else
            data.rejected.push_back({table, std::move(example.error())});
    }
    if (progress) // a hundred thousand rows take less than a second
        progress(static_cast<int>(rows.size()), static_cast<int>(rows.size()));
}

/// Contents of the file in UTF-8.
Result<QByteArray> readTable(const QString &table)
{
    const std::string path = table.toStdString();
    Result<QByteArray> bytes = readRegularFile(table);
    if (!bytes && bytes.error().code == ErrorCode::PathNotFound)
        return bytes;
    if (!bytes)
        return fail(ErrorCode::TableMalformed, {path, "1"}, bytes.error().arguments.back());
    const auto marked = QStringConverter::encodingForData(*bytes);
    if (!marked || marked == QStringConverter::Utf8)
        return bytes; // a fault in UTF-8 is found together with its line
    if (auto text = asUtf8(*bytes))
        return *std::move(text);
    return fail(ErrorCode::TableMalformed, {path, "1"}, "not UTF-16 text");
}

} // namespace

bool isTable(const QString &path) { return kTableSuffixes.contains(QFileInfo(path).suffix(), Qt::CaseInsensitive); }

Result<ImportedData> importTable(const QString &table, const QString &contentColumn, const QString &labelColumn,
                                 const Progress &progress, const std::stop_token &stop)
{
    const std::string path = table.toStdString();
    const Result<QByteArray> bytes = readTable(table);
    if (!bytes)
        return tl::unexpected(bytes.error());

    const auto withPath = [&path](Error error) {
        error.arguments.front() = path;
        return tl::unexpected(std::move(error));
    };
    const Wanted wanted {contentColumn.isEmpty() ? kImageNames + kTextNames : QStringList {contentColumn},
                         labelColumn.isEmpty() ? kLabelNames : QStringList {labelColumn}};
    Result<Header> header = readHeader(table, *bytes, wanted);
    if (!header)
        return withPath(std::move(header.error()));
    if (!header->isComplete())
        return fail(ErrorCode::TableColumnsMissing, {path, header->columns.join(QStringLiteral(", ")).toStdString()});

    ImportedData data;
    data.title = QFileInfo(table).completeBaseName().toStdString();
    const Result<std::vector<Row>> rows = readRows(*header, table, data);
    if (!rows)
        return withPath(rows.error());
    data.modality = modalityOf(*header, *rows);
    if (data.modality == Modality::Picture)
        addRowPictures(*rows, table, progress, stop, data);
    else
        addRowTexts(*rows, table, progress, data);
    return finished(std::move(data), table, stop.stop_requested());
}

} // namespace shotlab::importer
