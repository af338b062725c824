// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "shell/LabFiles.h"

using namespace shotlab;

class TestLabFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

private Q_SLOTS:
    void initTestCase() { qputenv("HOME", m_home.path().toUtf8()); }

    void findsAFreeName()
    {
        const QString first = shell::newLabPath(QStringLiteral("Handwritten digits"));
        QCOMPARE(first, m_home.filePath(QStringLiteral("Documents/Shotlab/Handwritten digits.shotlab")));
        QVERIFY(QDir(shell::labFolder()).exists());
        QFile file(first);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(QFileInfo(shell::newLabPath(QStringLiteral("Handwritten digits"))).fileName(),
                 QStringLiteral("Handwritten digits 2.shotlab"));
    }

    void replacesWhatFileSystemsRefuse()
    {
        QCOMPARE(QFileInfo(shell::newLabPath(QStringLiteral("a/b: \"c\""))).fileName(), QStringLiteral("a_b_ _c_.shotlab"));
        QCOMPARE(QFileInfo(shell::newLabPath(QStringLiteral(" .. "))).fileName(), QStringLiteral("Lab...shotlab"));
        QCOMPARE(QFileInfo(shell::newLabPath(QString())).fileName(), QStringLiteral("Lab.shotlab"));
        QCOMPARE(QFileInfo(shell::newLabPath(QStringLiteral("狐狸"))).fileName(), QStringLiteral("狐狸.shotlab"));
    }

    void knowsLabsByTheirEnding()
    {
        QVERIFY(shell::isLabFile(QStringLiteral("/x/A.SHOTLAB")));
        QVERIFY(!shell::isLabFile(QStringLiteral("/x/A.png")));
    }
};

QTEST_MAIN(TestLabFiles)
#include "tst_LabFiles.moc"
