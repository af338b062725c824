// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTest>

#include "Desk.h"
#include "runner/CacheFolder.h"
#include "widgets/Controls.h"

using namespace shotlab;
using test::Desk;

class TestSettingsDialog : public QObject
{
    Q_OBJECT

    static QWidget *open(Desk &desk)
    {
        desk.window.show();
        desk.button("settingsButton")->click();
        return desk.window.findChild<QWidget *>(QStringLiteral("settings"));
    }

private Q_SLOTS:
    void languageAndLookTakeEffectAtOnce()
    {
        Desk desk;
        desk.translation.choose(text::Language::English);
        QWidget *settings = open(desk);
        QVERIFY(settings->isVisible());
        settings->findChild<widgets::SegmentedControl *>(QStringLiteral("languageChoice"))->segment(2)->click();
        QCOMPARE(desk.translation.language(), text::Language::Chinese);
        QTRY_COMPARE(settings->windowTitle(), QStringLiteral("设置"));
        settings->findChild<widgets::SegmentedControl *>(QStringLiteral("themeChoice"))->segment(3)->click();
        QCOMPARE(desk.theme.scheme(), widgets::Scheme::HighContrast);
        desk.theme.setChoice(widgets::SchemeChoice::Light);
    }

    void theCacheIsShownAndCleared()
    {
        const QDir cache(runner::cachePath(QStringLiteral("features")));
        QVERIFY(cache.mkpath(QStringLiteral(".")));
        QFile rows(cache.filePath(QStringLiteral("some.rows")));
        QVERIFY(rows.open(QIODevice::WriteOnly));
        rows.write(QByteArray(3'000'000, 'x'));
        rows.close();
        QFile speed(runner::cachePath(QStringLiteral("speed.json")));
        QVERIFY(speed.open(QIODevice::WriteOnly));
        speed.write("{}");
        speed.close();
        QCOMPARE(runner::cacheBytes(), 3'000'002);

        Desk desk;
        desk.translation.choose(text::Language::English);
        QWidget *settings = open(desk);
        const auto *size = settings->findChild<QLabel *>(QStringLiteral("cacheSize"));
        QTRY_VERIFY(size->text().startsWith(QStringLiteral("3.0\u00a0MB")));
        auto *clear = settings->findChild<QAbstractButton *>(QStringLiteral("clearCache"));
        QVERIFY(clear->isEnabled());
        clear->click();
        QTRY_VERIFY(size->text().startsWith(QStringLiteral("2\u00a0B")));
        QVERIFY(!rows.exists());
        QVERIFY(speed.exists()); // estimates stay exact
    }

    void nothingIsClearedUnderARunningComparison()
    {
        Desk desk;
        desk.translation.choose(text::Language::English);
        desk.open(test::sampleLab());
        auto running = test::sampleComparison();
        running->state = runner::ComparisonState::Running;
        desk.workspace.takeComparison(running);
        QWidget *settings = open(desk);
        const auto *size = settings->findChild<QLabel *>(QStringLiteral("cacheSize"));
        QTRY_VERIFY(size->text().contains(QStringLiteral("once the comparison is done")));
        QVERIFY(!settings->findChild<QAbstractButton *>(QStringLiteral("clearCache"))->isEnabled());
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_SettingsDialog.moc"
