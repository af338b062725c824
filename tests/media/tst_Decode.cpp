// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>
#include <QLoggingCategory>
#include <QTest>
#include <QtEndian>

#include "media/Picture.h"

using namespace shotlab;

namespace
{

QByteArray saved(const QImage &image, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

QByteArray testFile(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Four plain quadrants: red, green / blue, white.
QImage quadrants(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB888);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool right = x >= width / 2, low = y >= height / 2;
            image.setPixelColor(x, y, low ? (right ? Qt::white : Qt::blue) : (right ? Qt::green : Qt::red));
        }
    }
    return image;
}

/// The letters of the four quadrant colours, row by row.
QString quadrantsOf(const QImage &image)
{
    QString letters;
    for (const double y : {0.25, 0.75}) {
        for (const double x : {0.25, 0.75}) {
            const QColor colour = image.pixelColor(static_cast<int>(x * image.width()), static_cast<int>(y * image.height()));
            const bool r = colour.red() > 128, g = colour.green() > 128, b = colour.blue() > 128;
            letters += QLatin1Char(r && g && b ? 'W' : r ? 'R' : g ? 'G' : b ? 'B' : '?');
        }
    }
    return letters;
}

/// Puts an EXIF segment with this orientation behind the start marker of a JPEG.
QByteArray withOrientation(QByteArray jpeg, int orientation)
{
    QByteArray exif = QByteArray::fromHex("ffe10022457869660000" // APP1, 34 bytes, "Exif"
                                          "4d4d002a00000008" // big-endian TIFF, first directory at 8
                                          "0001" // one entry
                                          "0112000300000001" // orientation, short, one
                                          "00000000"
                                          "00000000");
    exif[29] = static_cast<char>(orientation);
    return jpeg.insert(2, exif);
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = ~0u;
    for (const char byte : bytes) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

/// A PNG that only claims its size.
QByteArray pngHeader(quint32 width, quint32 height)
{
    const auto number = [](quint32 value) {
        QByteArray bytes(4, '\0');
        qToBigEndian(value, bytes.data());
        return bytes;
    };
    const auto chunk = [&](const QByteArray &name, const QByteArray &data) -> QByteArray {
        return number(static_cast<quint32>(data.size())) + name + data + number(crc32(name + data));
    };
    return QByteArray("\x89PNG\r\n\x1a\n") + chunk("IHDR", number(width) + number(height) + QByteArray("\x08\x02\x00\x00\x00", 5))
        + chunk("IDAT", QByteArray::fromHex("789c030000000001")) + chunk("IEND", {});
}

std::string reasonOf(const Result<QImage> &result)
{
    if (result)
        return "readable";
    return result.error().code == ErrorCode::PictureUnreadable ? result.error().arguments.at(1) : "other error";
}

} // namespace

class TestDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char *format : {"png", "jpeg", "bmp", "webp", "tiff"}) {
            if (QImageWriter::supportedImageFormats().contains(format) && QImageReader::supportedImageFormats().contains(format))
                QTest::addRow("%s", format) << QByteArray(format);
        }
    }
    void formats()
    {
        QFETCH(QByteArray, format);
        const auto image = media::decode(saved(quadrants(40, 24), format, 95));
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(40, 24));
        QCOMPARE(image->format(), QImage::Format_RGB888);
        QCOMPARE(quadrantsOf(*image), QStringLiteral("RGBW"));
    }

    void orientation_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QString>("expected");
        const char *expected[] = {"RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"};
        for (int i = 0; i < 8; ++i)
            QTest::addRow("%d", i + 1) << i + 1 << QString::fromLatin1(expected[i]);
    }
    void orientation()
    {
        QFETCH(int, orientation);
        QFETCH(QString, expected);
        const QByteArray bytes = withOrientation(saved(quadrants(64, 32), "JPEG", 95), orientation);
        const QSize upright = orientation <= 4 ? QSize(64, 32) : QSize(32, 64);
        const auto image = media::decode(bytes);
        QVERIFY(image);
        QCOMPARE(image->size(), upright);
        QCOMPARE(quadrantsOf(*image), expected);
        const auto small = media::decode(bytes, 16);
        QVERIFY(small);
        QCOMPARE(small->size(), upright / 4);
        QCOMPARE(quadrantsOf(*small), expected);
    }

    void maximumSideKeepsAspect()
    {
        const QByteArray jpeg = saved(quadrants(3024, 1001), "JPEG", 80);
        const auto image = media::decode(jpeg, 1024);
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(1024, 339));
        QCOMPARE(quadrantsOf(*image), QStringLiteral("RGBW"));
        QCOMPARE(media::decode(jpeg, 5000)->size(), QSize(3024, 1001)); // never enlarged
        QCOMPARE(media::decode(saved(quadrants(300, 1), "PNG"), 10)->size(), QSize(10, 1));
    }

    void transparencyLiesOnWhite()
    {
        QImage image(4, 1, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        image.setPixelColor(1, 0, QColor(255, 0, 0, 128));
        image.setPixelColor(2, 0, Qt::black);
        const auto decoded = media::decode(saved(image, "PNG"));
        QVERIFY(decoded);
        QCOMPARE(decoded->pixelColor(0, 0), QColor(Qt::white));
        QVERIFY(std::abs(decoded->pixelColor(1, 0).green() - 127) <= 1);
        QCOMPARE(decoded->pixelColor(1, 0).red(), 255);
        QCOMPARE(decoded->pixelColor(2, 0), QColor(Qt::black));
    }

    void sixteenBits()
    {
        QImage grey(3, 1, QImage::Format_Grayscale16);
        auto *row = reinterpret_cast<quint16 *>(grey.scanLine(0));
        row[0] = 0;
        row[1] = 0x8080;
        row[2] = 0xFFFF;
        const auto decoded = media::decode(saved(grey, "PNG"));
        QVERIFY(decoded);
        QCOMPARE(decoded->format(), QImage::Format_Grayscale8);
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(decoded->constScanLine(0)), 3), QByteArray("\x00\x80\xFF", 3));

        QImage colour(1, 1, QImage::Format_RGBX64);
        colour.setPixelColor(0, 0, QColor::fromRgba64(0xFFFF, 0x8080, 0));
        const auto rgb = media::decode(saved(colour, "PNG"));
        QVERIFY(rgb);
        QCOMPARE(rgb->pixelColor(0, 0), QColor(255, 128, 0));
    }

    void indexedAndOneBit()
    {
        QImage indexed(2, 1, QImage::Format_Indexed8);
        indexed.setColorTable({qRgb(1, 2, 3), qRgb(200, 100, 50)});
        indexed.setPixel(0, 0, 0);
        indexed.setPixel(1, 0, 1);
        const auto colour = media::decode(saved(indexed, "PNG"));
        QVERIFY(colour);
        QCOMPARE(colour->format(), QImage::Format_RGB888);
        QCOMPARE(colour->pixelColor(1, 0), QColor(200, 100, 50));

        QImage mono(9, 1, QImage::Format_Mono);
        mono.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
        mono.fill(0);
        mono.setPixel(8, 0, 1);
        const auto grey = media::decode(saved(mono, "PNG"));
        QVERIFY(grey);
        QCOMPARE(grey->format(), QImage::Format_Grayscale8);
        QCOMPARE(int(grey->constScanLine(0)[0]), 0);
        QCOMPARE(int(grey->constScanLine(0)[8]), 255);
    }

    void greyJpegStaysGrey()
    {
        QImage grey(16, 16, QImage::Format_Grayscale8);
        grey.fill(90);
        const auto decoded = media::decode(saved(grey, "JPEG", 95));
        QVERIFY(decoded);
        QCOMPARE(decoded->format(), QImage::Format_Grayscale8);
        QVERIFY(std::abs(decoded->constScanLine(3)[3] - 90) <= 1);
    }

    void cmykJpeg()
    {
        const auto image = media::decode(testFile(QStringLiteral("cmyk-red.jpg")));
        QVERIFY(image);
        const QColor colour = image->pixelColor(12, 8);
        QVERIFY2(colour.red() > 230 && colour.green() < 30 && colour.blue() < 30, qPrintable(colour.name()));
    }

    void firstFrameOfAnAnimation()
    {
        const auto image = media::decode(testFile(QStringLiteral("animated-red-blue.gif")));
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(12, 8));
        QCOMPARE(image->pixelColor(5, 5), QColor(Qt::red));
    }

    void otherColourSpacesBecomeSrgb()
    {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(qRgb(200, 100, 50));
        image.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
        const auto decoded = media::decode(saved(image, "PNG"));
        QVERIFY(decoded);
        const QColor expected = image.convertedToColorSpace(QColorSpace(QColorSpace::SRgb)).pixelColor(0, 0);
        QVERIFY(expected.red() > 210); // the test means something: Adobe RGB is wider
        const QColor got = decoded->pixelColor(0, 0);
        QVERIFY(std::abs(got.red() - expected.red()) <= 1 && std::abs(got.green() - expected.green()) <= 1);

        image.setColorSpace(QColorSpace(QColorSpace::Primaries::SRgb, 2.2f));
        QCOMPARE(media::decode(saved(image, "PNG"))->pixelColor(0, 0), QColor(200, 100, 50));
    }

    void hostileFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        const QByteArray png = saved(quadrants(200, 200), "PNG"), jpeg = saved(quadrants(200, 200), "JPEG", 90),
                         bmp = saved(quadrants(200, 200), "BMP");
        QTest::addRow("empty") << QByteArray() << "empty";
        QTest::addRow("text") << QByteArray("hello, I am no picture") << "not-a-picture";
        QTest::addRow("html") << QByteArray("<!doctype html><html></html>") << "not-a-picture";
        QTest::addRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>") << "not-a-picture";
        QTest::addRow("png cut") << png.left(png.size() / 2) << "damaged";
        QTest::addRow("png header only") << png.left(20) << "damaged";
        QTest::addRow("jpeg cut") << jpeg.left(jpeg.size() / 2) << "truncated";
        QTest::addRow("jpeg start only") << jpeg.left(4) << "damaged";
        QTest::addRow("bmp cut") << bmp.left(bmp.size() / 2) << "truncated";
        QTest::addRow("bmp start only") << bmp.left(8) << "damaged";
        QTest::addRow("png of zero size") << pngHeader(0, 0) << "damaged";
        QTest::addRow("gif start only") << QByteArray("GIF89a") << "damaged";
    }
    void hostileFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        QCOMPARE(QString::fromStdString(reasonOf(media::decode(bytes))), reason);
        QVERIFY(!media::decode(bytes, 96));
        QVERIFY(!media::prepareForLab(bytes));
    }

    void cutGifIsRefusedOrWhole()
    {
        const QByteArray gif = testFile(QStringLiteral("animated-red-blue.gif"));
        for (qsizetype length = 0; length < gif.size(); ++length) {
            const auto image = media::decode(gif.left(length));
            QVERIFY(!image || image->pixelColor(11, 7) == QColor(Qt::red));
        }
    }

    void bombsAreFoundInTheHeader_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray jpeg = saved(quadrants(32, 32), "JPEG", 90);
        const qsizetype frame = jpeg.indexOf(QByteArray("\xFF\xC0", 2));
        jpeg.replace(frame + 5, 4, QByteArray("\xFF\xDC\xFF\xDC", 4));
        QTest::addRow("png") << pngHeader(100'000, 100'000);
        QTest::addRow("jpeg") << jpeg;
        QTest::addRow("gif") << QByteArray("GIF89a\xFF\xFF\xFF\xFF\x00\x00\x00,\x00\x00\x00\x00\xFF\xFF\xFF\xFF\x00\x02", 24);
    }
    void bombsAreFoundInTheHeader()
    {
        QFETCH(QByteArray, bytes);
        const auto image = media::decode(bytes, 96);
        QVERIFY(!image);
        QCOMPARE(int(image.error().code), int(ErrorCode::PictureTooLarge));
        QVERIFY(std::stoll(image.error().arguments.at(1)) > 60'000);
    }

    void everyBrokenByteIsSurvived()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false"));
        for (const QByteArray &whole : {saved(quadrants(24, 24), "PNG"), saved(quadrants(24, 24), "JPEG", 90),
                                        testFile(QStringLiteral("animated-red-blue.gif"))}) {
            for (qsizetype i = 0; i < whole.size(); ++i) {
                QByteArray broken = whole;
                broken[i] = static_cast<char>(broken[i] ^ 0x5A);
                const auto image = media::decode(broken, 32);
                QVERIFY(!image || (image->width() <= 32 && image->height() <= 32 && !image->isNull()));
            }
        }
    }

    void hashIsSha256()
    {
        QCOMPARE(media::sha256("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_Decode.moc"
