// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/Resample.h"

namespace shotlab::media
{

/// Framing::InkOnBlack (see Picture.h): one grey plane of side x side, light ink on black.
/// picture: RGB888 or Grayscale8, not empty.
[[nodiscard]] Plane inkOnBlack(const QImage &picture, int side);

} // namespace shotlab::media
