// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/Resample.h"

#include <algorithm>
#include <cmath>

namespace shotlab::media
{

namespace
{

// Weights are fixed-point numbers with 22 fraction bits: the sum of 255 * weight then fits 32 bits.
constexpr int kFractionBits = 22;
constexpr std::int32_t kHalf = 1 << (kFractionBits - 1);

/// For each output position where its source pixels begin and how much each counts.
struct Taps {
    std::vector<int> first;
    std::vector<int> count;
    std::vector<std::size_t> offset;
    std::vector<std::int32_t> weights;
};

Taps triangleTaps(int source, int full, int begin, int length)
{
    Taps taps;
    const double scale = static_cast<double>(source) / full;
    const double reach = std::max(scale, 1.0);
    std::vector<double> exact;
    for (int i = begin; i < begin + length; ++i) {
        const double centre = (i + 0.5) * scale;
        const int first = std::max(0, static_cast<int>(centre - reach + 0.5));
        const int last = std::min(source, static_cast<int>(centre + reach + 0.5));
        exact.clear();
        double sum = 0;
        for (int x = first; x < last; ++x) {
            exact.push_back(std::max(0.0, 1.0 - std::abs((x + 0.5 - centre) / reach)));
            sum += exact.back();
        }
        taps.first.push_back(first);
        taps.count.push_back(last - first);
        taps.offset.push_back(taps.weights.size());
        for (const double weight : exact)
            taps.weights.push_back(static_cast<std::int32_t>(std::lround(weight / sum * (1 << kFractionBits))));
    }
    return taps;
}

std::uint8_t rounded(std::int32_t sum) { return static_cast<std::uint8_t>(std::clamp(sum >> kFractionBits, 0, 255)); }

Plane resizedColumns(const Plane &source, const Taps &taps, int firstRow, int rows)
{
    Plane result(static_cast<int>(taps.first.size()), rows);
    for (int y = 0; y < rows; ++y) {
        const std::uint8_t *in = source.row(firstRow + y);
        std::uint8_t *out = result.row(y);
        for (std::size_t i = 0; i < taps.first.size(); ++i) {
            const std::int32_t *weight = taps.weights.data() + taps.offset[i];
            const std::uint8_t *value = in + taps.first[i];
            std::int32_t sum = kHalf;
            for (int j = 0; j < taps.count[i]; ++j)
                sum += value[j] * weight[j];
            out[i] = rounded(sum);
        }
    }
    return result;
}

Plane resizedRows(const Plane &source, const Taps &taps, int firstRow)
{
    Plane result(source.width, static_cast<int>(taps.first.size()));
    std::vector<std::int32_t> sums(static_cast<std::size_t>(source.width));
    for (std::size_t i = 0; i < taps.first.size(); ++i) {
        std::fill(sums.begin(), sums.end(), kHalf);
        for (int j = 0; j < taps.count[i]; ++j) {
            const std::int32_t weight = taps.weights[taps.offset[i] + static_cast<std::size_t>(j)];
            const std::uint8_t *in = source.row(taps.first[i] - firstRow + j);
            for (std::size_t x = 0; x < sums.size(); ++x)
                sums[x] += in[x] * weight;
        }
        std::transform(sums.begin(), sums.end(), result.row(static_cast<int>(i)), rounded);
    }
    return result;
}

} // namespace

Plane resized(const Plane &source, QSize full, QRect part)
{
    const Taps across = triangleTaps(source.width, full.width(), part.left(), part.width());
    const Taps down = triangleTaps(source.height, full.height(), part.top(), part.height());
    // Only the rows that the second pass reads go through the first one.
    const int firstRow = down.first.front();
    const int rows = down.first.back() + down.count.back() - firstRow;
    return resizedRows(resizedColumns(source, across, firstRow, rows), down, firstRow);
}

Plane resized(const Plane &source, QSize full)
{
    if (full == QSize(source.width, source.height))
        return source;
    return resized(source, full, QRect(QPoint(0, 0), full));
}

std::vector<Plane> planesOf(const QImage &picture, int channels)
{
    const bool grey = picture.format() == QImage::Format_Grayscale8;
    std::vector<Plane> planes(static_cast<std::size_t>(channels), Plane(picture.width(), picture.height()));
    for (int y = 0; y < picture.height(); ++y) {
        const std::uint8_t *in = picture.constScanLine(y);
        if (grey) {
            for (Plane &plane : planes)
                std::copy_n(in, picture.width(), plane.row(y));
            continue;
        }
        for (int x = 0; x < picture.width(); ++x, in += 3) {
            if (channels == 1) { // 0.299 R + 0.587 G + 0.114 B in 16 fraction bits
                planes[0].row(y)[x] = static_cast<std::uint8_t>((in[0] * 19595 + in[1] * 38470 + in[2] * 7471 + 32768) >> 16);
            } else {
                for (std::size_t c = 0; c < planes.size(); ++c)
                    planes[c].row(y)[x] = in[c];
            }
        }
    }
    return planes;
}

QImage imageOf(const std::vector<Plane> &planes)
{
    const bool grey = planes.size() == 1;
    QImage image(planes[0].width, planes[0].height, grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y) {
        std::uint8_t *out = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            for (const Plane &plane : planes)
                *out++ = plane.row(y)[x];
        }
    }
    return image;
}

Plane cropped(const Plane &source, QRect rectangle)
{
    Plane result(rectangle.width(), rectangle.height());
    for (int y = 0; y < result.height; ++y)
        std::copy_n(source.row(rectangle.top() + y) + rectangle.left(), result.width, result.row(y));
    return result;
}

QSize fitted(QSize size, int side)
{
    const int longSide = std::max(size.width(), size.height());
    if (longSide <= side)
        return size;
    const auto scaled
        = [&](int length) { return std::max(1, static_cast<int>(std::lround(static_cast<double>(length) * side / longSide))); };
    return {scaled(size.width()), scaled(size.height())};
}

} // namespace shotlab::media
