// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Where new labs lie. Nobody is asked: a lab exists from the first click, with a free name.
namespace shotlab::shell
{

inline constexpr const char *kLabSuffix = ".shotlab";

/// Documents/Shotlab, made when it is missing.
[[nodiscard]] QString labFolder();
/// TITLE.shotlab, or TITLE 2.shotlab and so on; characters that file systems refuse are replaced.
[[nodiscard]] QString newLabPath(const QString &title);
[[nodiscard]] bool isLabFile(const QString &path);

} // namespace shotlab::shell
