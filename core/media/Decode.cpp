// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>
#include <mutex>

#include <QBuffer>
#include <QColorSpace>
#include <QCryptographicHash>
#include <QImageReader>
#include <QPainter>

#include "media/CutOff.h"
#include "media/Picture.h"
#include "media/PlainImage.h"
#include "media/Resample.h"

namespace shotlab::media
{

namespace
{

constexpr qint64 kMaximumPixels = 100'000'000;
// Pictures above this are decoded one at a time, so that several threads do not need several times the memory.
constexpr qint64 kLargePixels = 16'000'000;
constexpr int kAllocationLimitMiB = 1024; // 100 megapixels of 16 bits x 4 channels, and some air

tl::unexpected<Error> unreadable(const char *reason, const QString &technical = {})
{
    return fail(ErrorCode::PictureUnreadable, {std::string(), reason}, technical.toStdString());
}

bool isSupported(const QByteArray &format)
{
    static const QList<QByteArray> formats {"jpeg", "jpg", "png", "gif", "bmp", "webp", "tiff", "tif"};
    return formats.contains(format);
}

/// A gamma-2.2 tag (the PNG gAMA chunk most writers add) means sRGB in all but name; converting it would only add rounding.
bool isAsGoodAsSrgb(const QColorSpace &space)
{
    return space == QColorSpace(QColorSpace::SRgb)
        || (space.primaries() == QColorSpace::Primaries::SRgb && space.transferFunction() == QColorSpace::TransferFunction::Gamma
            && std::abs(space.gamma() - 2.2f) < 0.05f);
}

bool hasGreyPalette(const QImage &image)
{
    const QList<QRgb> palette = image.colorTable();
    return !palette.isEmpty()
        && std::all_of(palette.begin(), palette.end(), [](QRgb c) { return qRed(c) == qGreen(c) && qGreen(c) == qBlue(c); });
}

/// The reader scales JPEG by powers of two nearly for free. Asks for the smallest such size that is still large enough.
void scaleWhileDecoding(QImageReader &reader, QSize stored, QSize wanted)
{
    int divisor = 1;
    while (divisor < 8 && stored.width() / (divisor * 2) >= wanted.width() && stored.height() / (divisor * 2) >= wanted.height())
        divisor *= 2;
    if (divisor > 1)
        reader.setScaledSize(stored / divisor);
}

} // namespace

QImage plainImage(QImage image)
{
    const bool grey = image.format() == QImage::Format_Grayscale8 || image.format() == QImage::Format_Grayscale16
        || (!image.hasAlphaChannel() && hasGreyPalette(image));
    const QColorSpace space = image.colorSpace();
    image.setColorSpace(QColorSpace()); // format conversions below must not bend the values
    if (grey && image.format() == QImage::Format_Grayscale8)
        return image;
    if (grey && image.format() == QImage::Format_Grayscale16) {
        QImage result(image.size(), QImage::Format_Grayscale8);
        for (int y = 0; y < image.height(); ++y) {
            const auto *in = reinterpret_cast<const quint16 *>(image.constScanLine(y));
            std::transform(in, in + image.width(), result.scanLine(y),
                           [](quint16 v) { return quint8((v * 255u + 32767u) / 65535u); });
        }
        return result;
    }
    if (grey)
        return imageOf(planesOf(image.convertToFormat(QImage::Format_RGB888), 1));

    const bool transparent = image.hasAlphaChannel();
    image = image.convertToFormat(transparent ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    if (space.isValid() && !isAsGoodAsSrgb(space)) {
        image.setColorSpace(space);
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
        image.setColorSpace(QColorSpace());
    }
    if (transparent) {
        QImage onWhite(image.size(), QImage::Format_RGB32);
        onWhite.fill(Qt::white);
        QPainter(&onWhite).drawImage(0, 0, image);
        image = onWhite;
    }
    return image.convertToFormat(QImage::Format_RGB888);
}

Result<QImage> decode(const QByteArray &bytes, int maximumSide)
{
    if (bytes.isEmpty())
        return unreadable("empty");
    static std::once_flag limitSet;
    std::call_once(limitSet, [] { QImageReader::setAllocationLimit(kAllocationLimitMiB); });

    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QByteArray format = reader.format();
    if (!isSupported(format))
        return unreadable("not-a-picture", QString::fromLatin1(format));
    reader.setAutoTransform(true);

    const QSize stored = reader.size(); // from the header alone; nothing is allocated yet
    if (stored.isEmpty())
        return unreadable("damaged", reader.errorString());
    const qint64 pixels = qint64(stored.width()) * stored.height();
    if (pixels > kMaximumPixels)
        return fail(ErrorCode::PictureTooLarge, {std::string(), std::to_string(stored.width()), std::to_string(stored.height())});
    const bool jpeg = format == "jpeg" || format == "jpg";
    if (isCutOff(bytes, format))
        return unreadable("truncated");
    if (maximumSide > 0 && jpeg)
        scaleWhileDecoding(reader, stored, fitted(stored, maximumSide));

    static std::mutex oneLargeAtATime;
    std::unique_lock lock(oneLargeAtATime, std::defer_lock);
    if (pixels > kLargePixels)
        lock.lock();
    QImage image;
    if (!reader.read(&image) || image.isNull())
        return unreadable("damaged", reader.errorString());
    image = plainImage(std::move(image));

    // Measured on the stored size, so that the result does not depend on how the reader rounded its own scaling.
    const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    const QSize wanted = maximumSide > 0 ? fitted(turned ? stored.transposed() : stored, maximumSide) : image.size();
    if (image.size() == wanted)
        return image;
    std::vector<Plane> planes = planesOf(image, image.format() == QImage::Format_Grayscale8 ? 1 : 3);
    for (Plane &plane : planes)
        plane = resized(plane, wanted);
    return imageOf(planes);
}

std::string sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

const std::vector<QString> &pictureSuffixes()
{
    static const std::vector<QString> suffixes = [] {
        std::vector<QString> result {QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("gif"),
                                     QStringLiteral("bmp")};
        const QList<QByteArray> readable = QImageReader::supportedImageFormats();
        for (const char *optional : {"webp", "tif", "tiff"}) {
            if (readable.contains(optional))
                result.push_back(QString::fromLatin1(optional));
        }
        return result;
    }();
    return suffixes;
}

} // namespace shotlab::media
