// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QTest>

#include <zip.h>

#include "importer/Importer.h"

namespace shotlab::importer::test
{

inline QByteArray picture(QSize size, QColor colour, const char *format = "PNG")
{
    QImage image(size, QImage::Format_RGB888);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 90);
    return bytes;
}

inline QByteArray png(int shade = 0) { return picture({6, 4}, QColor(shade, 0, 0)); }

/// A JPEG whose EXIF block asks for a quarter turn (orientation 6).
inline QByteArray turnedJpeg(QSize stored)
{
    QByteArray bytes = picture(stored, Qt::blue, "JPEG");
    static const QByteArray exif = QByteArray::fromHex("FFE10022457869660000" // APP1, 34 bytes, "Exif"
                                                       "4D4D002A00000008" // big-endian TIFF, first directory at 8
                                                       "0001011200030000000100060000" // one entry: orientation, short, 6
                                                       "00000000");
    return bytes.insert(2, exif);
}

/// Writes a file and the folders it needs.
inline void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline void writeZip(const QString &path, const QMap<QByteArray, QByteArray> &members)
{
    zip_t *zip = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    QVERIFY(zip != nullptr);
    for (auto it = members.begin(); it != members.end(); ++it) {
        zip_source_t *source = zip_source_buffer(zip, it->constData(), static_cast<zip_uint64_t>(it->size()), 0);
        QVERIFY(zip_file_add(zip, it.key().constData(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    QCOMPARE(zip_close(zip), 0);
}

/// "cat:2 dog:1"
inline QString summary(const ImportedData &data)
{
    QStringList parts;
    for (const ImportedClass &one : data.classes)
        parts.append(QStringLiteral("%1:%2").arg(QString::fromStdString(one.name)).arg(one.examples.size()));
    return parts.join(u' ');
}

/// Code and arguments of an error, for comparing in one line.
inline QString wording(const Error &error)
{
    QStringList parts {QString::number(static_cast<int>(error.code))};
    for (const std::string &argument : error.arguments)
        parts.append(QString::fromStdString(argument));
    return parts.join(u'|');
}

inline QString wording(ErrorCode code, const std::vector<std::string> &arguments) { return wording(Error {code, arguments, {}}); }

/// Like QVERIFY for a Result, telling the error. Leaves the test function when there is none of the expected kind.
#define VERIFY_RESULT(result)                                                                                                    \
    QVERIFY2((result).has_value(), qPrintable(wording((result).has_value() ? Error {} : (result).error())))
#define COMPARE_ERROR(result, code, ...)                                                                                         \
    do {                                                                                                                         \
        QVERIFY(!(result).has_value());                                                                                          \
        QCOMPARE(wording((result).error()), wording((code), std::vector<std::string> __VA_ARGS__));                              \
    } while (false)

} // namespace shotlab::importer::test
