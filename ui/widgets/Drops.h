// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

class QMimeData;

/// What a drag or the clipboard holds that Shotlab can take.
namespace shotlab::widgets
{

[[nodiscard]] QStringList localPaths(const QMimeData *mime); ///< of dropped files and folders; remote addresses are left out
[[nodiscard]] QByteArray picturePng(const QMimeData *mime); ///< picture data as PNG; empty when there is none

} // namespace shotlab::widgets
