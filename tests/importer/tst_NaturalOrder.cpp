// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <QTest>

#include "importer/NaturalOrder.h"

using shotlab::importer::naturallyBefore;

class TestNaturalOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsAsPeopleExpect()
    {
        const QStringList wanted {"",
                                  "1",
                                  "01",
                                  "2",
                                  "10",
                                  "12345678901234567890",
                                  "12345678901234567891",
                                  "Apple",
                                  "banana",
                                  "class",
                                  "class 1",
                                  "class 2",
                                  "Class 10",
                                  "class 10b",
                                  "v1.9",
                                  "v1.10",
                                  "\u00e9cole",
                                  "\u732b",
                                  "\U0001F600"};
        QStringList names = wanted;
        std::reverse(names.begin(), names.end());
        std::sort(names.begin(), names.end(), naturallyBefore);
        // "1" and "01" are the same number; the tie goes by characters.
        QStringList expected = wanted;
        expected.swapItemsAt(1, 2);
        QCOMPARE(names, expected);
    }

    /// Sorting with anything else would be undefined behaviour.
    void isATotalOrder()
    {
        const QStringList names {"a1", "A1", "a01", "a1b", "a", "", "a10", "a2", "1a", "a-1", "a 1", "\u0301a", "aa"};
        for (const QString &a : names) {
            QVERIFY(!naturallyBefore(a, a));
            for (const QString &b : names) {
                QCOMPARE(naturallyBefore(a, b) || naturallyBefore(b, a), a != b);
                QVERIFY(!(naturallyBefore(a, b) && naturallyBefore(b, a)));
                for (const QString &c : names)
                    QVERIFY(!(naturallyBefore(a, b) && naturallyBefore(b, c)) || naturallyBefore(a, c));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestNaturalOrder)
#include "tst_NaturalOrder.moc"
