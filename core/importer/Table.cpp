// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>
#include <optional>

#include <QDir>
#include <QFileInfo>

#include "importer/Classes.h"
#include "importer/CsvReader.h"
#include "importer/Importer.h"
#include "importer/PictureBatch.h"

namespace shotlab::importer
{

namespace
{

constexpr std::array kSeparators {',', ';', '\t'};
const QStringList kImageNames {QStringLiteral("image")};
const QStringList kTextNames {QStringLiteral("text"), QStringLiteral("sentence"), QStringLiteral("utterance")};
const QStringList kLabelNames {QStringLiteral("label"), QStringLiteral("class"), QStringLiteral("category"),
                               QStringLiteral("intent")};

/// The columns looked for, in order of preference.
struct Wanted {
    QStringList image;
    QStringList label;
};

struct Header {
    char separator = ',';
    QStringList columns;
    qsizetype image = -1;
    qsizetype text = -1;
    qsizetype label = -1;

    [[nodiscard]] bool isComplete() const { return label >= 0 && (image >= 0 || text >= 0); }
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

/// The header line read with each separator: the first that yields the wanted columns, else the one that yields most.
Result<Header> readHeader(const QByteArray &bytes, const Wanted &wanted)
{
    std::optional<Header> best;
    std::optional<Error> error;
    for (const char separator : kSeparators) {
        Result<std::optional<CsvRecord>> first = CsvReader(bytes, separator).next();
        if (!first) {
            error = std::move(first.error());
            continue;
        }
        Header header {separator, {}, -1, -1, -1};
        if (*first) {
            for (const QString &field : (*first)->fields)
                header.columns.append(field.trimmed());
        }
        header.image = columnOf(header.columns, wanted.image);
        header.text = columnOf(header.columns, kTextNames);
        header.label = columnOf(header.columns, wanted.label);
        if (header.isComplete())
            return header;
        if (!best || header.columns.size() > best->columns.size())
            best = std::move(header);
    }
    if (!best || (error && best->columns.size() == 1)) // one column is what a wrong separator makes of any line
        return tl::unexpected(*std::move(error));
    return *std::move(best);
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

/// All rows below the header as pictures to read. A row without a path or a label is rejected, the rest goes on.
Result<std::vector<FoundPicture>> readRows(const QByteArray &bytes, const Header &header, const QString &table,
                                           ImportedData &data)
{
    ClassIndex classes(data);
    const QString folder = QFileInfo(table).absolutePath();
    std::vector<FoundPicture> pictures;
    CsvReader reader(bytes, header.separator);
    for (bool isHeader = true;; isHeader = false) {
        Result<std::optional<CsvRecord>> record = reader.next();
        if (!record)
            return tl::unexpected(std::move(record.error()));
        if (!*record)
            return pictures;
        const CsvRecord &row = **record;
        const std::vector<std::string> where {table.toStdString(), std::to_string(row.line)};
        if (row.fields.size() != header.columns.size())
            return fail(ErrorCode::TableMalformed, where, "number of fields");
        if (isHeader || std::all_of(row.fields.begin(), row.fields.end(), [](const QString &f) { return f.isEmpty(); }))
            continue; // spreadsheets write empty rows as separators alone
        const QString value = row.fields[header.image].trimmed();
        const QString label = row.fields[header.label].trimmed();
        if (value.isEmpty() || label.isEmpty()) {
            data.rejected.push_back({table, Error {ErrorCode::TableMalformed, where, "empty field"}});
            continue;
        }
        pictures.push_back({resolved(folder, value), value.toStdString(), {}, classes.of(label)});
    }
}

} // namespace

Result<ImportedData> importTable(const QString &table, const QString &imageColumn, const QString &labelColumn,
                                 const Progress &progress, const std::stop_token &stop)
{
    const std::string path = table.toStdString();
    const Result<QByteArray> bytes = readRegularFile(table);
    if (!bytes && bytes.error().code == ErrorCode::PathNotFound)
        return tl::unexpected(bytes.error());
    if (!bytes)
        return fail(ErrorCode::TableMalformed, {path, "1"}, bytes.error().arguments.back());

    const auto withPath = [&path](Error error) {
        error.arguments.front() = path;
        return tl::unexpected(std::move(error));
    };
    const Wanted wanted {imageColumn.isEmpty() ? kImageNames : QStringList {imageColumn},
                         labelColumn.isEmpty() ? kLabelNames : QStringList {labelColumn}};
    Result<Header> header = readHeader(*bytes, wanted);
    if (!header)
        return withPath(std::move(header.error()));
    const bool namesText = header->image >= 0 && header->image == header->text;
    if (header->label >= 0 && (namesText || (imageColumn.isEmpty() && header->image < 0 && header->text >= 0)))
        return fail(ErrorCode::DataIsText, {path});
    if (header->label < 0 || header->image < 0)
        return fail(ErrorCode::TableColumnsMissing, {path, header->columns.join(QStringLiteral(", ")).toStdString()});

    ImportedData data;
    data.title = QFileInfo(table).completeBaseName().toStdString();
    Result<std::vector<FoundPicture>> pictures = readRows(*bytes, *header, table, data);
    if (!pictures)
        return withPath(std::move(pictures.error()));
    addPictures(
        *pictures, [](const FoundPicture &picture) { return readRegularFile(picture.path); }, progress, stop, data);
    return finished(std::move(data), table, stop.stop_requested());
}

} // namespace shotlab::importer
