// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "widgets/MixUpMatrix.h"
#include "widgets/Theme.h"

using namespace shotlab::widgets;

namespace
{

const QStringList kClasses {QStringLiteral("cat"), QStringLiteral("dog"), QStringLiteral("fox")};
const std::vector<std::vector<int>> kCounts {{90, 4, 6}, {5, 84, 11}, {0, 0, 0}};

} // namespace

class TestMixUpMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light); }
    void sharesOfTheRow();
    void keysMoveTheCursor();
    void clickAndEnterActivate();
    void dataThatDoesNotFitIsEmpty();
    void cellsStayInside_data();
    void cellsStayInside();
    void cursorSurvivesNewNumbers();
    void namesNeverVanish_data();
    void namesNeverVanish();
    void namesAreToldWhole();
    void numbersStayInLowRows();
};

void TestMixUpMatrix::sharesOfTheRow()
{
    MixUpMatrix matrix;
    matrix.setData(kClasses, kCounts);
    QCOMPARE(matrix.share(0, 0), 0.90);
    QCOMPARE(matrix.share(1, 2), 0.11);
    QCOMPARE(matrix.share(2, 2), 0.0); // no example of it was tested
    QCOMPARE(matrix.describe(1, 2).replace(QChar(0xA0), QLatin1Char(' ')),
             QStringLiteral("dog taken for fox: 11 %, 11 of 100 answers"));
    QVERIFY(matrix.describe(0, 0).startsWith(QStringLiteral("cat recognised")));
}

void TestMixUpMatrix::keysMoveTheCursor()
{
    MixUpMatrix matrix;
    matrix.resize(300, 260);
    matrix.setData(kClasses, kCounts);
    QSignalSpy moved(&matrix, &MixUpMatrix::cursorChanged);
    QCOMPARE(matrix.cursor(), QPoint(-1, -1));
    QTest::keyClick(&matrix, Qt::Key_Right);
    QCOMPARE(matrix.cursor(), QPoint(1, 0));
    QTest::keyClick(&matrix, Qt::Key_Down);
    QCOMPARE(matrix.cursor(), QPoint(1, 1));
    QVERIFY(matrix.accessibleDescription().startsWith(QStringLiteral("dog recognised")));
    QTest::keyClick(&matrix, Qt::Key_End);
    QTest::keyClick(&matrix, Qt::Key_Right); // stays at the edge
    QCOMPARE(matrix.cursor(), QPoint(2, 1));
    QTest::keyClick(&matrix, Qt::Key_Home);
    QTest::keyClick(&matrix, Qt::Key_Up);
    QTest::keyClick(&matrix, Qt::Key_Left);
    QCOMPARE(matrix.cursor(), QPoint(0, 0));
    QVERIFY(moved.count() >= 4);
}

void TestMixUpMatrix::clickAndEnterActivate()
{
    MixUpMatrix matrix;
    matrix.resize(300, 260);
    matrix.setData(kClasses, kCounts);
    QSignalSpy activated(&matrix, &MixUpMatrix::cellActivated);
    QTest::mouseClick(&matrix, Qt::LeftButton, {}, matrix.cellRect(1, 2).center());
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.at(0), (QList<QVariant> {1, 2}));
    QTest::keyClick(&matrix, Qt::Key_Left);
    QTest::keyClick(&matrix, Qt::Key_Return);
    QCOMPARE(activated.at(1), (QList<QVariant> {1, 1}));
    QTest::mouseClick(&matrix, Qt::LeftButton, {}, QPoint(299, 259)); // beside the grid
    QCOMPARE(activated.count(), 2);
}

void TestMixUpMatrix::dataThatDoesNotFitIsEmpty()
{
    MixUpMatrix matrix;
    matrix.setData(kClasses, {{1, 2}, {3, 4}, {5, 6}});
    QCOMPARE(matrix.classCount(), 0);
    QTest::keyClick(&matrix, Qt::Key_Right);
    QTest::keyClick(&matrix, Qt::Key_Return);
    QCOMPARE(matrix.cursor(), QPoint(-1, -1));
    QVERIFY(!matrix.grab().isNull());
}

void TestMixUpMatrix::cellsStayInside_data()
{
    QTest::addColumn<int>("classes");
    QTest::addColumn<QSize>("size");
    for (const int classes : {2, 10, 30, 100}) {
        for (const QSize &size : {QSize(220, 180), QSize(420, 300), QSize(900, 700)})
            QTest::addRow("%d classes, %d", classes, size.width()) << classes << size;
    }
}

void TestMixUpMatrix::cellsStayInside()
{
    QFETCH(int, classes);
    QFETCH(QSize, size);
    MixUpMatrix matrix;
    matrix.resize(size);
    QStringList names;
    for (int i = 0; i < classes; ++i)
        names << QStringLiteral("a rather long name %1").arg(i);
    matrix.setData(names, std::vector(static_cast<std::size_t>(classes), std::vector<int>(static_cast<std::size_t>(classes), 3)));
    const QRect first = matrix.cellRect(0, 0);
    const QRect last = matrix.cellRect(classes - 1, classes - 1);
    QVERIFY(first.width() >= 1 && first.height() >= 1);
    QVERIFY(QRect(QPoint(0, 0), size).contains(first.united(last)));
    QVERIFY(!matrix.grab().isNull());
}

void TestMixUpMatrix::cursorSurvivesNewNumbers()
{
    MixUpMatrix matrix;
    matrix.setData(kClasses, kCounts);
    matrix.setCursorCell(1, 2);
    matrix.setData(kClasses, kCounts);
    QCOMPARE(matrix.cursor(), QPoint(2, 1));
    matrix.setData({QStringLiteral("one")}, {{1}});
    QCOMPARE(matrix.cursor(), QPoint(-1, -1));
}

void TestMixUpMatrix::namesNeverVanish_data()
{
    QTest::addColumn<int>("classes");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("mostApart"); // one name in so many at least
    QTest::newRow("12 long names in the workbench at 1366x768") << 12 << QSize(296, 190) << 1;
    QTest::newRow("30") << 30 << QSize(296, 190) << 3;
    QTest::newRow("100") << 100 << QSize(296, 190) << 10;
    QTest::newRow("100, large") << 100 << QSize(900, 700) << 2;
}

void TestMixUpMatrix::namesNeverVanish()
{
    QFETCH(int, classes);
    QFETCH(QSize, size);
    QFETCH(int, mostApart);
    MixUpMatrix matrix;
    matrix.resize(size);
    QStringList names;
    for (int i = 0; i < classes; ++i)
        names << QStringLiteral("northern spotted creature %1").arg(i);
    const auto n = static_cast<std::size_t>(classes);
    matrix.setData(names, std::vector(n, std::vector<int>(n, 1)));
    QVERIFY2(matrix.rowNameStep() <= mostApart, qPrintable(QString::number(matrix.rowNameStep())));
    QVERIFY2(matrix.columnNameStep() <= mostApart, qPrintable(QString::number(matrix.columnNameStep())));
    const QRect first = matrix.cellRect(0, 0);
    QVERIFY(first.left() > size.width() / 6); // they have their room
    QVERIFY(first.top() > size.height() / 8);
    QVERIFY(first.left() < size.width() / 2 && first.top() < size.height() / 2);
    // Something is painted beside the first row and above the first column.
    const QImage picture = matrix.grab().toImage();
    const auto inked = [&picture](const QRect &place) {
        const QRgb ground = picture.pixel(0, 0);
        for (int y = place.top(); y <= place.bottom(); ++y) {
            for (int x = place.left(); x <= place.right(); ++x) {
                if (picture.pixel(x, y) != ground)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(inked(QRect(1, first.top(), first.left() - 10, std::max(first.height(), 8))));
    QVERIFY(inked(QRect(first.left(), 1, first.width() + 20, first.top() - 4)));
}

void TestMixUpMatrix::namesAreToldWhole()
{
    MixUpMatrix matrix;
    matrix.resize(296, 190);
    QStringList names;
    for (int i = 0; i < 12; ++i)
        names << QStringLiteral("northern spotted creature %1").arg(i);
    matrix.setData(names, std::vector(12, std::vector<int>(12, 1)));
    QCOMPARE(matrix.nameAt(QPoint(4, matrix.cellRect(7, 0).center().y())), names[7]);
    const QRect column = matrix.cellRect(0, 3);
    QCOMPARE(matrix.nameAt(QPoint(column.center().x(), column.top() - 3)), names[3]);
    QVERIFY(matrix.nameAt(QPoint(column.center().x() + 14, column.top() - 20)) == names[3]); // further up its slant
    QVERIFY(matrix.nameAt(matrix.cellRect(4, 4).center()).isEmpty());
    matrix.setData(kClasses, kCounts);
    QCOMPARE(matrix.nameAt(QPoint(matrix.cellRect(0, 1).center().x(), 3)), kClasses[1]);
}

void TestMixUpMatrix::numbersStayInLowRows()
{
    MixUpMatrix matrix;
    QStringList names;
    for (int i = 0; i < 10; ++i)
        names << QString::number(i);
    matrix.setData(names, std::vector(10, std::vector<int>(10, 1)));
    matrix.resize(296, 130); // ten digits in a window 740 px high
    QVERIFY(matrix.showsNumbers());
    matrix.resize(296, 60);
    QVERIFY(!matrix.showsNumbers());
}

QTEST_MAIN(TestMixUpMatrix)
#include "tst_MixUpMatrix.moc"
