// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include <QImage>
#include <QRect>
#include <QSize>

namespace shotlab::media
{

/// One channel of 8 bits, row-major, rows without padding.
struct Plane {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;

    Plane() = default;
    Plane(int columns, int rows)
        : width(columns), height(rows), values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))
    {
    }

    [[nodiscard]] std::uint8_t *row(int y)
    {
        return values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
    [[nodiscard]] const std::uint8_t *row(int y) const
    {
        return values.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
};

/// The part of a picture resized to `full` that `part` covers. Antialiased bilinear: a triangle whose half-width is one
/// source pixel when enlarging and `source / full` when reducing, sampled at pixel centres, weights normalised at the
/// edges. The same filter as PIL's Image.resize(BILINEAR); columns first, each pass rounded to 8 bits.
/// part must lie inside the full size; source and part must not be empty.
[[nodiscard]] Plane resized(const Plane &source, QSize full, QRect part);
[[nodiscard]] Plane resized(const Plane &source, QSize full);

/// The planes of a picture: 1 (grey, ITU-R 601 luma) or 3 (red, green, blue). picture: RGB888 or Grayscale8.
[[nodiscard]] std::vector<Plane> planesOf(const QImage &picture, int channels);
/// The other way round: Grayscale8 for one plane, RGB888 for three.
[[nodiscard]] QImage imageOf(const std::vector<Plane> &planes);

/// Rectangle of the plane, copied. rectangle must lie inside.
[[nodiscard]] Plane cropped(const Plane &source, QRect rectangle);

/// size scaled so that its long side is at most `side`, each side at least 1; unchanged where it fits already.
[[nodiscard]] QSize fitted(QSize size, int side);

} // namespace shotlab::media
