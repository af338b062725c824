// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <thread>
#include <vector>

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include "importer/KeptBytes.h"

using namespace shotlab;

class TestKeptBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItKeeps();

private:
    static QByteArray bytesOf(int number) { return QByteArray(100'000 + number, static_cast<char>('a' + number % 26)); }
    /// Files in /var/tmp that this process holds open; they may have no name.
    static qsizetype files()
    {
        qsizetype count = 0;
        for (const QFileInfo &descriptor : QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::AllEntries | QDir::System))
            count += descriptor.symLinkTarget().startsWith(QStringLiteral("/var/tmp/")) ? 1 : 0;
        return count;
    }
};

void TestKeptBytes::givesBackWhatItKeeps()
{
    constexpr int kEach = 300; // 60 MB from two threads: about half of it beyond what stays in memory
    const qsizetype before = files();
    std::vector<importer::KeptBytes> kept(2 * kEach);
    {
        importer::BytesKeeper keeper;
        std::vector<std::jthread> threads;
        for (int t = 0; t < 2; ++t) {
            threads.emplace_back([&, t] {
                for (int i = t; i < 2 * kEach; i += 2)
                    kept[static_cast<std::size_t>(i)] = keeper.keep(bytesOf(i));
            });
        }
    }
    QCOMPARE(files(), before + 1);
    for (int i = 0; i < 2 * kEach; ++i)
        QCOMPARE(kept[static_cast<std::size_t>(i)].read().value(), bytesOf(i));
    kept.clear();
    QCOMPARE(files(), before);
}

QTEST_GUILESS_MAIN(TestKeptBytes)
#include "tst_KeptBytes.moc"
