// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

namespace shotlab::media
{

/// Any image as sRGB RGB888, or Grayscale8 where the image only holds greys by its format; transparency laid on white.
[[nodiscard]] QImage plainImage(QImage image);

} // namespace shotlab::media
