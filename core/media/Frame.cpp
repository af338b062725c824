// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>

#include "media/Ink.h"
#include "media/Picture.h"
#include "media/PlainImage.h"
#include "media/Resample.h"

namespace shotlab::media
{

namespace
{

/// Half to even, as Python rounds where torchvision places its crop.
int halfToEven(int twice)
{
    const int floor = twice >> 1;
    return (twice & 1) != 0 && (floor & 1) != 0 ? floor + 1 : floor;
}

/// Cuts what lies far outside any crop off extremely long pictures, so that the sizes below fit an int.
QImage withoutFarEnds(const QImage &picture)
{
    constexpr int kLongest = 64; // times the short side
    const int shortSide = std::min(picture.width(), picture.height());
    const int width = std::min(picture.width(), shortSide * kLongest);
    const int height = std::min(picture.height(), shortSide * kLongest);
    if (QSize(width, height) == picture.size())
        return picture;
    return picture.copy((picture.width() - width) / 2, (picture.height() - height) / 2, width, height);
}

std::vector<Plane> centreCrop(const QImage &whole, int channels, double cropFraction, int side)
{
    const QImage picture = withoutFarEnds(whole);
    // The small addend keeps 224 / 0.875 at 256 whatever the last bit of the quotient.
    const int shorter = std::max(side, static_cast<int>(std::floor(side / cropFraction + 1e-6)));
    const qint64 width = picture.width();
    const qint64 height = picture.height();
    // The longer side is cut, not rounded, as torchvision's Resize does.
    const auto longer = [&](qint64 longSide, qint64 shortSide) { return static_cast<int>(shorter * longSide / shortSide); };
    const QSize full = width <= height ? QSize(shorter, longer(height, width)) : QSize(longer(width, height), shorter);
    const QRect part(halfToEven(full.width() - side), halfToEven(full.height() - side), side, side);
    std::vector<Plane> planes = planesOf(picture, channels);
    for (Plane &plane : planes)
        plane = resized(plane, full, part);
    return planes;
}

} // namespace

ModelInput frame(const QImage &picture, const ModelCard &card, int side)
{
    ModelInput input;
    if (picture.isNull() || side < 1)
        return input;
    const bool plain = picture.format() == QImage::Format_RGB888 || picture.format() == QImage::Format_Grayscale8;
    const QImage image = plain ? picture : plainImage(picture);
    const std::vector<Plane> planes = card.framing == Framing::InkOnBlack
        ? std::vector<Plane>(static_cast<std::size_t>(card.channels), inkOnBlack(image, side))
        : centreCrop(image, card.channels, card.cropFraction, side);
    input.channels = card.channels;
    input.side = side;
    for (const Plane &plane : planes)
        input.values.insert(input.values.end(), plane.values.begin(), plane.values.end());
    return input;
}

Result<ModelInput> modelInput(const QByteArray &bytes, const ModelCard &card, int side)
{
    return decode(bytes, kStoredSide).map([&](const QImage &picture) { return frame(picture, card, side); });
}

} // namespace shotlab::media
