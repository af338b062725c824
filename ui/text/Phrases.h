// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include <QString>
#include <QStringList>

/// How words stand beside each other; every language has its own marks for that.
namespace shotlab::text
{

/// One sentence after the other; empty ones are left out.
[[nodiscard]] QString sentencesText(const QStringList &sentences);
[[nodiscard]] QString listText(const QStringList &words); ///< "fox, owl, crane"
/// Why a network is not divided where the learning begins, from the engine's technical reason: "it writes over its own values".
[[nodiscard]] QString whyWholeText(const std::string &reason);
[[nodiscard]] QString withoutFullStop(const QString &sentence); ///< for titles

} // namespace shotlab::text
