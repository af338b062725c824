// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <cmath>
#include <limits>

#include "lab/Run.h"

using namespace shotlab;

class TestPredictions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTripWithinHalfPrecision()
    {
        std::vector<Prediction> predictions(300);
        for (std::size_t i = 0; i < predictions.size(); ++i) {
            for (std::size_t c = 0; c < kTopAnswers; ++c) {
                predictions[i].classes[c] = static_cast<std::int16_t>(i + c);
                predictions[i].probabilities[c] = std::pow(static_cast<float>(i) / 299.0F, static_cast<float>(3 * c + 1));
            }
        }
        const auto bytes = packPredictions(predictions);
        QCOMPARE(bytes.size(), predictions.size() * 20);
        const auto back = unpackPredictions(bytes.data(), bytes.size());
        QVERIFY(back.has_value());
        for (std::size_t i = 0; i < predictions.size(); ++i) {
            QVERIFY((*back)[i].classes == predictions[i].classes);
            for (std::size_t c = 0; c < kTopAnswers; ++c) {
                const float wanted = predictions[i].probabilities[c];
                // 11 significant bits, and steps of 2^-24 near zero.
                QVERIFY(std::abs((*back)[i].probabilities[c] - wanted) <= std::max(wanted / 2048.0F, 6.0e-8F));
            }
        }
    }

    void exactValues()
    {
        Prediction prediction;
        prediction.probabilities = {1.0F, 0.5F, 0.0F, 0.333251953125F, 5.9604644775390625e-08F};
        const auto bytes = packPredictions({prediction});
        const auto half = [&](std::size_t i) { return bytes[4 * i + 2] | (bytes[4 * i + 3] << 8); };
        QCOMPARE(half(0), 0x3C00);
        QCOMPARE(half(1), 0x3800);
        QCOMPARE(half(2), 0x0000);
        QCOMPARE(half(3), 0x3555);
        QCOMPARE(half(4), 0x0001);
        QVERIFY(*unpackPredictions(bytes.data(), bytes.size()) == std::vector<Prediction> {prediction});
    }

    void oddValuesAreMadeSafe()
    {
        Prediction prediction;
        prediction.probabilities = {std::numeric_limits<float>::quiet_NaN(), -1.0F, 2.0F, 0.0F, 0.0F};
        const auto bytes = packPredictions({prediction});
        const auto back = unpackPredictions(bytes.data(), bytes.size());
        QCOMPARE((*back)[0].probabilities[0], 0.0F);
        QCOMPARE((*back)[0].probabilities[1], 0.0F);
        QCOMPARE((*back)[0].probabilities[2], 1.0F);
    }

    void brokenSizeIsRefused()
    {
        const std::vector<std::uint8_t> bytes(19);
        QVERIFY(!unpackPredictions(bytes.data(), bytes.size()));
        QVERIFY(unpackPredictions(bytes.data(), 0)->empty());
    }
};

QTEST_GUILESS_MAIN(TestPredictions)
#include "tst_Predictions.moc"
