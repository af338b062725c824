// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QBuffer>
#include <QTest>

#include "media/Picture.h"

using namespace shotlab;

namespace
{

QByteArray saved(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 90);
    return bytes;
}

QImage gradient(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB888);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixelColor(x, y, QColor(x * 255 / width, y * 255 / height, 60));
    }
    return image;
}

} // namespace

class TestLabPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallPicturesKeepTheirBytes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QByteArray>("format");
        QTest::addRow("digit") << QSize(28, 28) << QByteArray("PNG");
        QTest::addRow("photo") << QSize(1024, 768) << QByteArray("JPEG");
        QTest::addRow("tall") << QSize(10, 1024) << QByteArray("PNG");
    }
    void smallPicturesKeepTheirBytes()
    {
        QFETCH(QSize, size);
        QFETCH(QByteArray, format);
        const QByteArray original = saved(gradient(size.width(), size.height()), format);
        const auto picture = media::prepareForLab(original);
        QVERIFY(picture);
        QCOMPARE(picture->bytes, original);
        QVERIFY(!picture->scaled);
        QCOMPARE(QSize(picture->width, picture->height), size);
        const QImage thumbnail = QImage::fromData(picture->thumbnail, "PNG");
        QVERIFY(!thumbnail.isNull());
        QCOMPARE(std::max(thumbnail.width(), thumbnail.height()), std::min(96, std::max(size.width(), size.height())));
    }

    void largePicturesAreScaled_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addRow("jpeg") << QByteArray("JPEG");
        QTest::addRow("png") << QByteArray("PNG");
    }
    void largePicturesAreScaled()
    {
        QFETCH(QByteArray, format);
        const auto picture = media::prepareForLab(saved(gradient(2100, 1400), format));
        QVERIFY(picture);
        QVERIFY(picture->scaled);
        QCOMPARE(QSize(picture->width, picture->height), QSize(1024, 683));
        const QImage stored = QImage::fromData(picture->bytes, format.constData());
        QCOMPARE(stored.size(), QSize(1024, 683));
        const QColor middle = stored.pixelColor(512, 341);
        QVERIFY(std::abs(middle.red() - 127) <= 3 && std::abs(middle.green() - 127) <= 3);
        QCOMPARE(QImage::fromData(picture->thumbnail).size(), QSize(96, 64));
    }

    void thousandsOfSmallPicturesTakeLittleTime()
    {
        const QByteArray digit = saved(gradient(28, 28).convertToFormat(QImage::Format_Grayscale8), "PNG");
        QBENCHMARK { QVERIFY(media::prepareForLab(digit)); }
    }
};

QTEST_GUILESS_MAIN(TestLabPicture)
#include "tst_LabPicture.moc"
