// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/Ink.h"

#include <algorithm>
#include <cmath>

namespace shotlab::media
{

namespace
{

constexpr int kReadySide = 40; // pictures up to this size may already be in the form of the pretraining characters
constexpr double kReadyShare = 28.0 / 32; // of the square, as those characters were laid out
constexpr double kInkShare = 20.0 / 32; // longest side of a drawn shape, ditto
constexpr int kWorkSide = 256; // drawings and photographs of paper are looked at in this size, which also averages noise
constexpr double kPaperNoise = 0.1; // share of the contrast that counts as texture of the paper

bool isGrey(const QImage &picture)
{
    if (picture.format() == QImage::Format_Grayscale8)
        return true;
    for (int y = 0; y < picture.height(); ++y) {
        const std::uint8_t *pixel = picture.constScanLine(y);
        for (int x = 0; x < picture.width(); ++x, pixel += 3) {
            if (pixel[0] != pixel[1] || pixel[1] != pixel[2])
                return false;
        }
    }
    return true;
}

/// Median of the outermost pixels: what the ink stands on.
int borderLevel(const Plane &plane)
{
    std::vector<std::uint8_t> border(plane.row(0), plane.row(0) + plane.width);
    border.insert(border.end(), plane.row(plane.height - 1), plane.row(plane.height - 1) + plane.width);
    for (int y = 1; y + 1 < plane.height; ++y) {
        border.push_back(plane.row(y)[0]);
        border.push_back(plane.row(y)[plane.width - 1]);
    }
    const auto middle = border.begin() + static_cast<std::ptrdiff_t>(border.size() / 2);
    std::nth_element(border.begin(), middle, border.end());
    return *middle;
}

bool isDarkAround(const Plane &plane)
{
    const auto [low, high] = std::minmax_element(plane.values.begin(), plane.values.end());
    return 2 * borderLevel(plane) <= *low + *high;
}

/// Longest side to `longest`, aspect kept; may enlarge.
QSize sizeWithLongest(const Plane &plane, int longest)
{
    const double scale = static_cast<double>(longest) / std::max(plane.width, plane.height);
    return {std::max(1, static_cast<int>(std::lround(plane.width * scale))),
            std::max(1, static_cast<int>(std::lround(plane.height * scale)))};
}

Plane placed(const Plane &shape, int side, QPoint at)
{
    Plane result(side, side);
    for (int y = 0; y < shape.height; ++y)
        std::copy_n(shape.row(y), shape.width, result.row(at.y() + y) + at.x());
    return result;
}

/// Smallest rectangle that holds every pixel of at least `level`; empty when there is none.
QRect boundsOfInk(const Plane &plane, double level)
{
    int left = plane.width, right = -1, top = plane.height, bottom = -1;
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            if (plane.row(y)[x] < level)
                continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
    }
    return {QPoint(left, top), QPoint(right, bottom)};
}

/// Stretches paper..ink to 0..255.
void stretch(Plane &plane, double paper, double ink)
{
    for (std::uint8_t &value : plane.values)
        value = static_cast<std::uint8_t>(std::clamp(std::lround((value - paper) * 255 / (ink - paper)), 0L, 255L));
}

/// Where the shape must begin for its centre of mass to be in the middle, without leaving the square.
QPoint centredByMass(const Plane &shape, int side)
{
    double mass = 0, sumX = 0, sumY = 0;
    for (int y = 0; y < shape.height; ++y) {
        for (int x = 0; x < shape.width; ++x) {
            const double value = shape.row(y)[x];
            mass += value;
            sumX += value * (x + 0.5);
            sumY += value * (y + 0.5);
        }
    }
    const auto start = [&](double sum, int length) {
        const double centre = mass > 0 ? sum / mass : length / 2.0;
        return std::clamp(static_cast<int>(std::lround(side / 2.0 - centre)), 0, side - length);
    };
    return {start(sumX, shape.width), start(sumY, shape.height)};
}

} // namespace

Plane inkOnBlack(const QImage &picture, int side)
{
    Plane plane = planesOf(picture, 1).front();
    const bool small = std::max(plane.width, plane.height) <= kReadySide;
    bool darkAround = isDarkAround(plane);
    if (small && darkAround && isGrey(picture)) {
        const int inner = std::clamp(static_cast<int>(std::lround(side * kReadyShare)), 1, side);
        const Plane shape = resized(plane, sizeWithLongest(plane, inner));
        return placed(shape, side, {(side - shape.width) / 2, (side - shape.height) / 2});
    }

    plane = resized(plane, fitted({plane.width, plane.height}, kWorkSide));
    darkAround = isDarkAround(plane);
    if (!darkAround)
        std::transform(plane.values.begin(), plane.values.end(), plane.values.begin(),
                       [](std::uint8_t v) { return std::uint8_t(255 - v); });
    const double paper = borderLevel(plane);
    const double ink = *std::max_element(plane.values.begin(), plane.values.end());
    if (ink <= paper)
        return {side, side}; // nothing drawn: an empty square
    const QRect bounds = boundsOfInk(plane, (paper + ink) / 2);
    stretch(plane, paper + kPaperNoise * (ink - paper), ink);
    const Plane drawn = cropped(plane, bounds);
    const int longest = std::clamp(static_cast<int>(std::lround(side * kInkShare)), 1, side);
    const Plane shape = resized(drawn, sizeWithLongest(drawn, longest));
    return placed(shape, side, centredByMass(shape, side));
}

} // namespace shotlab::media
