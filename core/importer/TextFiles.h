// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QByteArray>
#include <QString>

#include "importer/Importer.h"
#include "lab/Result.h"

namespace shotlab::importer
{

/// Texts beyond this are no sentences, and nobody could read them on screen.
constexpr qsizetype kMaximumTextBytes = 100'000;

/// The same text in UTF-8 and without a byte order mark: UTF-8 as it is, UTF-16 and UTF-32 where a mark tells. Nothing when
/// it is none of these or holds a zero character.
[[nodiscard]] std::optional<QByteArray> asUtf8(const QByteArray &bytes);

/// Contents of a text file as UTF-8. PathNotFound, or TextUnreadable {path, machine word: those of readRegularFile, not-text}.
[[nodiscard]] Result<QByteArray> readTextFile(const QString &path);

/// The lines of a text as they are, without their line breaks (LF, CRLF or CR); blank ones are left out.
struct Line {
    int number = 0; ///< from 1
    QByteArray text;
};
[[nodiscard]] std::vector<Line> linesOf(const QByteArray &utf8);

/// An example with exactly these bytes. TextUnreadable {origin, machine word: blank, too-long}.
[[nodiscard]] Result<ImportedExample> textExample(const QByteArray &utf8, const std::string &origin);

/// Every line of a file as an example of its own, added to a class or to the rejected ones.
void addTextLines(const QString &path, std::size_t classIndex, ImportedData &data);
/// The whole file, without the line break at its end, as one example.
void addWholeText(const QString &path, const std::string &origin, std::size_t classIndex, ImportedData &data);

} // namespace shotlab::importer
