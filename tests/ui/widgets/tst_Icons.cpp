// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QFontDatabase>
#include <QTest>

#include "widgets/Fonts.h"
#include "widgets/Icons.h"
#include "widgets/Theme.h"

using namespace shotlab::widgets;

namespace
{

/// Colour of the most opaque pixel.
QColor inkOf(const QImage &image)
{
    QColor strongest(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > strongest.alpha())
                strongest = image.pixelColor(x, y);
        }
    }
    return strongest;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySymbolHasAFile();
    void everySymbolIsDrawn();
    void iconsFollowTheScheme();
    void facesAreOnBoard();
};

void TestIcons::everySymbolHasAFile()
{
    QCOMPARE(static_cast<int>(allSymbols().size()), static_cast<int>(Symbol::Search) + 1);
    for (const Symbol symbol : allSymbols())
        QVERIFY2(QFile::exists(symbolFile(symbol)), qPrintable(symbolFile(symbol)));
}

void TestIcons::everySymbolIsDrawn()
{
    for (const Symbol symbol : allSymbols()) {
        const QPixmap pixmap = symbolPixmap(symbol, Ink::Text, 18, 2);
        QCOMPARE(pixmap.size(), QSize(36, 36));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
        QVERIFY2(inkOf(pixmap.toImage()).alpha() > 200, qPrintable(symbolFile(symbol)));
    }
}

void TestIcons::iconsFollowTheScheme()
{
    applyScheme(*qApp, Scheme::Light);
    const QIcon run = icon(Symbol::Run, Ink::Accent);
    const QColor light = inkOf(run.pixmap(32, 32).toImage());
    applyScheme(*qApp, Scheme::Dark);
    const QColor dark = inkOf(run.pixmap(32, 32).toImage());
    QCOMPARE(light.rgb(), tokens(Scheme::Light).accent.rgb());
    QCOMPARE(dark.rgb(), tokens(Scheme::Dark).accent.rgb());
    QVERIFY(!run.pixmap(QSize(32, 32), QIcon::Disabled).isNull());
}

void TestIcons::facesAreOnBoard()
{
    QVERIFY(registerFonts());
    QVERIFY(QFontDatabase::families().contains(fontFamilies().first()));
    // All digits are drawn equally wide: the same number of them always takes the same room.
    const QFont font = shotlab::widgets::font(TextSize::Body);
    QCOMPARE(tabularWidth(font, QStringLiteral("11.1")), tabularWidth(font, QStringLiteral("88.8")));
}

QTEST_MAIN(TestIcons)
#include "tst_Icons.moc"
