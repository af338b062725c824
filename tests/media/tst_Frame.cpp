// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>
#include <thread>

#include <QBuffer>
#include <QFile>
#include <QTest>

#include "media/Picture.h"
#include "media/PlainImage.h"
#include "media/Resample.h"

using namespace shotlab;
using media::ModelInput;

namespace
{

// The synthetic picture of tools/reference/media_reference.py.
QImage patternPicture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB888);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (int c = 0; c < 3; ++c)
                image.scanLine(y)[3 * x + c] = static_cast<uchar>(((x * 7 + y * 13 + c * 50) ^ (x * y / 8)) & 255);
        }
    }
    return image;
}

QImage reference(const QString &name) { return media::plainImage(QImage(QStringLiteral(TEST_DATA "/") + name)); }

ModelCard photographs(double cropFraction)
{
    ModelCard card;
    card.channels = 3;
    card.cropFraction = cropFraction;
    return card;
}

ModelCard characters()
{
    ModelCard card;
    card.channels = 1;
    card.framing = Framing::InkOnBlack;
    return card;
}

int largestDifference(const ModelInput &input, const QImage &expected)
{
    int worst = 0;
    const std::size_t plane = input.values.size() / static_cast<std::size_t>(input.channels);
    for (int y = 0; y < input.side; ++y) {
        for (int x = 0; x < input.side; ++x) {
            for (int c = 0; c < input.channels; ++c) {
                const int got = input.values[plane * static_cast<std::size_t>(c) + static_cast<std::size_t>(y * input.side + x)];
                worst = std::max(worst, std::abs(got - expected.constScanLine(y)[expected.depth() / 8 * x + c]));
            }
        }
    }
    return worst;
}

/// A filled rectangle of ink on paper.
QImage drawing(int width, int height, QRect ink, QRgb inkColour, QRgb paper)
{
    QImage image(width, height, QImage::Format_RGB888);
    image.fill(QColor(paper));
    for (int y = ink.top(); y <= ink.bottom(); ++y) {
        for (int x = ink.left(); x <= ink.right(); ++x)
            image.setPixel(x, y, inkColour);
    }
    return image;
}

int valueAt(const ModelInput &input, int x, int y) { return input.values[static_cast<std::size_t>(y * input.side + x)]; }

/// Rectangle of the values above half.
QRect inkBounds(const ModelInput &input)
{
    QRect bounds;
    for (int y = 0; y < input.side; ++y) {
        for (int x = 0; x < input.side; ++x) {
            if (valueAt(input, x, y) > 127)
                bounds |= QRect(x, y, 1, 1);
        }
    }
    return bounds;
}

} // namespace

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsPil_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("side");
        QTest::addColumn<double>("fraction");
        QTest::addRow("photo reduced") << QSize(3024, 2016) << 32 << 0.875;
        QTest::addRow("wide") << QSize(100, 37) << 32 << 0.875;
        QTest::addRow("enlarged") << QSize(20, 15) << 48 << 1.0;
        QTest::addRow("very tall") << QSize(31, 500) << 24 << 0.9;
        QTest::addRow("unchanged") << QSize(33, 33) << 33 << 1.0;
        QTest::addRow("near") << QSize(225, 224) << 160 << 0.875;
    }
    void equalsPil()
    {
        QFETCH(QSize, size);
        QFETCH(int, side);
        QFETCH(double, fraction);
        const QImage expected = reference(QStringLiteral("crop-%1x%2-%3-%4.png")
                                              .arg(size.width())
                                              .arg(size.height())
                                              .arg(side)
                                              .arg(std::lround(fraction * 1000)));
        QCOMPARE(expected.size(), QSize(side, side));
        const ModelInput input = media::frame(patternPicture(size.width(), size.height()), photographs(fraction), side);
        QCOMPARE(input.channels, 3);
        QCOMPARE(input.values.size(), static_cast<std::size_t>(3 * side * side));
        QVERIFY(largestDifference(input, expected) <= 1);
    }

    void greyEqualsPil()
    {
        const QImage expected = reference(QStringLiteral("grey-90x70-40x31.png"));
        const media::Plane plane = media::resized(media::planesOf(patternPicture(90, 70), 1).front(), expected.size());
        QCOMPARE(QSize(plane.width, plane.height), QSize(40, 31));
        for (int y = 0; y < plane.height; ++y) {
            for (int x = 0; x < plane.width; ++x)
                QVERIFY(std::abs(plane.row(y)[x] - expected.constScanLine(y)[x]) <= 1);
        }
    }

    void greyPictureFillsThreeChannels()
    {
        QImage grey(20, 20, QImage::Format_Grayscale8);
        grey.fill(77);
        const ModelInput input = media::frame(grey, photographs(1.0), 16);
        QCOMPARE(input.values.size(), std::size_t(3 * 16 * 16));
        QVERIFY(std::all_of(input.values.begin(), input.values.end(), [](auto v) { return v == 77; }));
    }

    void extremeShapes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addRow("dot") << QSize(1, 1);
        QTest::addRow("line") << QSize(1, 60000);
        QTest::addRow("flat line") << QSize(60000, 1);
    }
    void extremeShapes()
    {
        QFETCH(QSize, size);
        QImage image(size, QImage::Format_RGB888);
        image.fill(QColor(10, 20, 30));
        for (const ModelCard &card : {photographs(0.875), characters()}) {
            const ModelInput input = media::frame(image, card, 32);
            QCOMPARE(input.values.size(), static_cast<std::size_t>(card.channels * 32 * 32));
        }
        QCOMPARE(int(media::frame(image, photographs(0.875), 32).values.front()), 10);
    }

    void nullPictureGivesNothing() { QVERIFY(media::frame(QImage(), photographs(1.0), 32).values.empty()); }

    void readyCharactersAreOnlyPadded()
    {
        QImage digit(28, 28, QImage::Format_Grayscale8);
        digit.fill(0);
        for (int y = 4; y < 24; ++y)
            digit.scanLine(y)[13] = static_cast<uchar>(100 + y);
        const ModelInput input = media::frame(digit, characters(), 32);
        QCOMPARE(input.channels, 1);
        for (int y = 0; y < 32; ++y) {
            for (int x = 0; x < 32; ++x) {
                const bool inside = x >= 2 && x < 30 && y >= 2 && y < 30;
                QCOMPARE(valueAt(input, x, y), inside ? int(digit.constScanLine(y - 2)[x - 2]) : 0);
            }
        }
    }

    void drawingsAreInvertedCentredAndScaled_data()
    {
        QTest::addColumn<QImage>("picture");
        const QRgb white = qRgb(255, 255, 255), black = qRgb(0, 0, 0);
        QTest::addRow("black on white") << drawing(400, 300, QRect(20, 30, 50, 100), black, white);
        QTest::addRow("white on black") << drawing(400, 300, QRect(300, 150, 50, 100), white, black);
        QTest::addRow("blue on grey paper") << drawing(800, 800, QRect(10, 10, 200, 400), qRgb(20, 20, 90), qRgb(190, 185, 170));
        QTest::addRow("small, dark on light") << drawing(28, 28, QRect(3, 3, 8, 16), black, white);
        QTest::addRow("huge") << drawing(2400, 2000, QRect(400, 400, 300, 600), black, white);
    }
    void drawingsAreInvertedCentredAndScaled()
    {
        QFETCH(QImage, picture);
        const ModelInput input = media::frame(picture, characters(), 32);
        const QRect bounds = inkBounds(input);
        QVERIFY2(std::abs(bounds.height() - 20) <= 1, qPrintable(QString::number(bounds.height())));
        QVERIFY2(std::abs(bounds.width() - 10) <= 1, qPrintable(QString::number(bounds.width())));
        QVERIFY(std::abs(bounds.left() + bounds.right() + 1 - 32) <= 1);
        QVERIFY(std::abs(bounds.top() + bounds.bottom() + 1 - 32) <= 1);
        QCOMPARE(valueAt(input, 0, 0), 0);
        QVERIFY(valueAt(input, 16, 16) >= 250);
    }

    void centreOfMassDecides()
    {
        // An L: heavy at the bottom left, so its box sits to the right of and above the middle.
        QImage letter = drawing(300, 300, QRect(50, 50, 30, 200), qRgb(0, 0, 0), qRgb(255, 255, 255));
        for (int y = 220; y < 250; ++y) {
            for (int x = 50; x < 180; ++x)
                letter.setPixel(x, y, qRgb(0, 0, 0));
        }
        const QRect bounds = inkBounds(media::frame(letter, characters(), 32));
        QVERIFY(bounds.left() + bounds.right() > 32);
        QVERIFY(bounds.top() + bounds.bottom() < 30);
    }

    void emptyDrawingIsBlack()
    {
        const ModelInput input = media::frame(drawing(200, 200, QRect(), 0, qRgb(250, 250, 250)), characters(), 32);
        QVERIFY(std::all_of(input.values.begin(), input.values.end(), [](auto v) { return v == 0; }));
    }

    void sameFromSeveralThreads()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(patternPicture(300, 200).save(&buffer, "JPEG", 90));
        const auto expected = media::modelInput(bytes, photographs(0.875), 64);
        QVERIFY(expected);
        std::vector<int> different(4, 0);
        {
            std::vector<std::jthread> threads;
            for (int &count : different) {
                threads.emplace_back([&] {
                    for (int i = 0; i < 50; ++i) {
                        const auto input = media::modelInput(bytes, photographs(0.875), 64);
                        count += !input || input->values != expected->values;
                    }
                });
            }
        }
        QCOMPARE(different, std::vector<int>(4, 0));
    }
};

QTEST_GUILESS_MAIN(TestFrame)
#include "tst_Frame.moc"
