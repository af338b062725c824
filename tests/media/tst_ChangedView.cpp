// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <numeric>

#include <QtTest>

#include "media/ChangedView.h"

using namespace shotlab;

namespace
{

constexpr int kSide = 32;

/// An L of ink: mirrored it is another shape. Its long stroke stands at the left, its foot points to the right.
std::vector<std::uint8_t> letter(int channels = 1)
{
    std::vector<std::uint8_t> values(static_cast<std::size_t>(channels * kSide * kSide), 0);
    for (int c = 0; c < channels; ++c) {
        const auto ink = [&](int x, int y) { values[static_cast<std::size_t>((c * kSide + y) * kSide + x)] = 200; };
        for (int y = 6; y < 26; ++y) {
            for (int x = 10; x < 13; ++x)
                ink(x, y);
        }
        for (int x = 10; x < 22; ++x) {
            for (int y = 23; y < 26; ++y)
                ink(x, y);
        }
    }
    return values;
}

double sum(const std::vector<std::uint8_t> &values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Of the upper half and of the lower half, where the ink lies on average.
std::pair<double, double> middles(const std::vector<std::uint8_t> &values)
{
    double weight[2] {};
    double place[2] {};
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double value = values[static_cast<std::size_t>(y * kSide + x)];
            const int half = y < kSide / 2 ? 0 : 1;
            weight[half] += value;
            place[half] += value * x;
        }
    }
    return {place[0] / weight[0], place[1] / weight[1]};
}

} // namespace

class TestChangedView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsFromHashAndNumberAlone()
    {
        const auto values = letter();
        const auto view = [&](const char *hash, int number) {
            return media::changedView(values, 1, kSide, Framing::InkOnBlack, hash, number);
        };
        QCOMPARE(view("a", 1), view("a", 1));
        QVERIFY(view("a", 1) != values);
        QVERIFY(view("a", 1) != view("a", 2));
        QVERIFY(view("a", 1) != view("b", 1));
    }

    /// The foot of an L points to the right in every view of a character, and to both sides in views of a photograph.
    void charactersAreNeverMirrored()
    {
        int mirroredPhotographs = 0;
        for (int view = 1; view <= 40; ++view) {
            const auto [stem, foot] = middles(media::changedView(letter(), 1, kSide, Framing::InkOnBlack, "letter", view));
            QVERIFY2(foot > stem, qPrintable(QString::number(view)));
            const auto [upper, lower] = middles(media::changedView(letter(), 1, kSide, Framing::CentreCrop, "letter", view));
            mirroredPhotographs += lower < upper ? 1 : 0;
        }
        QVERIFY2(mirroredPhotographs > 8 && mirroredPhotographs < 32, qPrintable(QString::number(mirroredPhotographs)));
    }

    /// Slightly: about as much ink as before, none of it cut off.
    void changesAreSmall()
    {
        for (int view = 1; view <= 40; ++view) {
            const double ink = sum(media::changedView(letter(), 1, kSide, Framing::InkOnBlack, "x", view)) / sum(letter());
            QVERIFY2(ink > 0.75 && ink < 1.3, qPrintable(QString("%1: %2").arg(view).arg(ink)));
        }
    }

    void channelsMoveTogether()
    {
        const auto view = media::changedView(letter(3), 3, kSide, Framing::CentreCrop, "x", 3);
        const std::size_t places = kSide * kSide;
        QVERIFY(std::equal(view.begin(), view.begin() + places, view.begin() + places));
        QVERIFY(std::equal(view.begin(), view.begin() + places, view.begin() + 2 * places));
    }

    void flatPicturesStayAsTheyAre()
    {
        const std::vector<std::uint8_t> flat(3 * kSide * kSide, 77);
        QCOMPARE(media::changedView(flat, 3, kSide, Framing::CentreCrop, "x", 1), flat);
        QCOMPARE(media::changedView({5}, 1, 1, Framing::InkOnBlack, "x", 1), (std::vector<std::uint8_t> {5}));
    }
};

QTEST_GUILESS_MAIN(TestChangedView)
#include "tst_ChangedView.moc"
