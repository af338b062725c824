// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importer/TextFiles.h"

#include <utility>

#include <QFileInfo>
#include <QStringDecoder>

#include "importer/PictureBatch.h"
#include "media/Picture.h"

namespace shotlab::importer
{

namespace
{

/// Of text that carries a mark of UTF-16 or UTF-32.
std::optional<QByteArray> recoded(const QByteArray &bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text.toUtf8();
}

QByteArray withoutFinalBreak(QByteArray text)
{
    if (text.endsWith('\n'))
        text.chop(1);
    if (text.endsWith('\r'))
        text.chop(1);
    return text;
}

void add(Result<ImportedExample> example, const QString &path, std::size_t classIndex, ImportedData &data)
{
    if (example)
        data.classes[classIndex].examples.push_back(*std::move(example));
    else
        data.rejected.push_back({path, std::move(example.error())});
}

} // namespace

std::optional<QByteArray> asUtf8(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    std::optional<QByteArray> text = bytes;
    if (marked == QStringConverter::Utf8)
        text = bytes.mid(3);
    else if (marked)
        text = recoded(bytes, *marked);
    if (!text || text->contains('\0'))
        return std::nullopt;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    static_cast<void>(QString(decoder(*text)));
    return decoder.hasError() ? std::nullopt : text;
}

Result<QByteArray> readTextFile(const QString &path)
{
    Result<QByteArray> bytes = readRegularFile(path);
    if (!bytes && bytes.error().code == ErrorCode::PathNotFound)
        return bytes;
    if (!bytes)
        return fail(ErrorCode::TextUnreadable, bytes.error().arguments, bytes.error().technical);
    if (auto text = asUtf8(*bytes))
        return *std::move(text);
    return fail(ErrorCode::TextUnreadable, {path.toStdString(), "not-text"});
}

std::vector<Line> linesOf(const QByteArray &utf8)
{
    std::vector<Line> lines;
    int number = 0;
    for (qsizetype position = 0; position < utf8.size();) {
        qsizetype end = position;
        while (end < utf8.size() && utf8[end] != '\n' && utf8[end] != '\r')
            ++end;
        const QByteArray text = utf8.mid(position, end - position);
        ++number;
        if (!QString::fromUtf8(text).trimmed().isEmpty())
            lines.push_back({number, text});
        const bool isPair = end + 1 < utf8.size() && utf8[end] == '\r' && utf8[end + 1] == '\n';
        position = end + (isPair ? 2 : 1);
    }
    return lines;
}

Result<ImportedExample> textExample(const QByteArray &utf8, const std::string &origin)
{
    if (QString::fromUtf8(utf8).trimmed().isEmpty())
        return fail(ErrorCode::TextUnreadable, {origin, "blank"});
    if (utf8.size() > kMaximumTextBytes)
        return fail(ErrorCode::TextUnreadable, {origin, "too-long"});
    ImportedExample example;
    example.bytes = utf8;
    example.hash = media::sha256(utf8);
    example.origin = origin;
    return example;
}

void addTextLines(const QString &path, std::size_t classIndex, ImportedData &data)
{
    const Result<QByteArray> text = readTextFile(path);
    if (!text) {
        data.rejected.push_back({path, text.error()});
        return;
    }
    const std::string name = QFileInfo(path).fileName().toStdString();
    for (const Line &line : linesOf(*text))
        add(textExample(line.text, name + ':' + std::to_string(line.number)), path, classIndex, data);
}

void addWholeText(const QString &path, const std::string &origin, std::size_t classIndex, ImportedData &data)
{
    const Result<QByteArray> text = readTextFile(path);
    if (!text)
        data.rejected.push_back({path, text.error()});
    else
        add(textExample(withoutFinalBreak(*text), origin), path, classIndex, data);
}

} // namespace shotlab::importer
