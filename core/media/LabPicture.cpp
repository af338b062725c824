// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <QBuffer>
#include <QImageReader>

#include "media/Picture.h"
#include "media/Resample.h"

namespace shotlab::media
{

namespace
{

constexpr int kJpegQuality = 95; // high enough that storing it once more is no handicap for any arm
constexpr qsizetype kSmallFile = 16 * 1024;

Result<QByteArray> encoded(const QImage &image, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format, quality))
        return fail(ErrorCode::Internal, {"cannot encode a picture"});
    return bytes;
}

Result<QByteArray> thumbnailOf(const QImage &picture)
{
    std::vector<Plane> planes = planesOf(picture, picture.format() == QImage::Format_Grayscale8 ? 1 : 3);
    for (Plane &plane : planes)
        plane = resized(plane, fitted(picture.size(), kThumbnailSide));
    return encoded(imageOf(planes), "PNG");
}

bool isPng(const QByteArray &bytes) { return bytes.startsWith("\x89PNG"); }

/// What JPEG stores without visible loss: pictures that come from a lossy format already.
bool isLossy(const QByteArray &bytes) { return bytes.startsWith("\xFF\xD8") || bytes.mid(8, 4) == "WEBP"; }

/// Size as stored in the file, from the header alone.
QSize headerSize(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return QImageReader(&buffer).size();
}

} // namespace

Result<StoredPicture> prepareForLab(const QByteArray &original)
{
    const Result<QImage> picture = decode(original, kStoredSide);
    if (!picture)
        return tl::unexpected(picture.error());
    const QSize stored = headerSize(original);

    StoredPicture result;
    result.width = picture->width();
    result.height = picture->height();
    result.scaled = std::max(stored.width(), stored.height()) > kStoredSide;
    result.bytes = original;
    if (result.scaled) {
        auto bytes = isLossy(original) ? encoded(*picture, "JPEG", kJpegQuality) : encoded(*picture, "PNG");
        if (!bytes)
            return tl::unexpected(bytes.error());
        result.bytes = *std::move(bytes);
    }
    // A small plain PNG is its own thumbnail; thousands of 28-pixel digits need not be encoded once more.
    if (isPng(original) && original.size() <= kSmallFile && std::max(result.width, result.height) <= kThumbnailSide) {
        result.thumbnail = original;
        return result;
    }
    auto thumbnail = thumbnailOf(*picture);
    if (!thumbnail)
        return tl::unexpected(thumbnail.error());
    result.thumbnail = *std::move(thumbnail);
    return result;
}

} // namespace shotlab::media
