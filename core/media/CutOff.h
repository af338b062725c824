// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace shotlab::media
{

/// Whether a file ends before its (first) picture does. For the formats whose Qt readers fill up what is missing and call
/// that success (jpeg, gif, bmp); false for the others, whose readers notice.
[[nodiscard]] bool isCutOff(const QByteArray &bytes, const QByteArray &format);

} // namespace shotlab::media
