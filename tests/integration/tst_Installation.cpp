// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "Programs.h"

using namespace shotlab;

namespace
{

constexpr int kPatience = 120'000; // ms

/// The file's own words, not what a desktop makes of them.
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Installs into an empty folder and works from there: nothing of the source or build tree may be needed.
class TestInstallation : public QObject
{
    Q_OBJECT

    QTemporaryDir m_prefix;

    [[nodiscard]] QString installed(const char *path) const { return m_prefix.filePath(QLatin1String(path)); }

    /// Nothing tells the program where its resources are.
    [[nodiscard]] support::Outcome runInstalled(const QStringList &arguments) const
    {
        QProcess cli;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("SHOTLAB_RESOURCES"));
        cli.setProcessEnvironment(environment);
        cli.start(installed("bin/shotlab-cli"), arguments);
        return support::outcomeOf(cli);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess cmake;
        cmake.setProcessChannelMode(QProcess::MergedChannels);
        cmake.start(QStringLiteral(SHOTLAB_CMAKE),
                    {QStringLiteral("--install"), QStringLiteral(SHOTLAB_BUILD), QStringLiteral("--prefix"), m_prefix.path()});
        QVERIFY(cmake.waitForFinished(kPatience));
        QVERIFY2(cmake.exitCode() == 0, cmake.readAll().constData());
    }

    void everythingIsInItsPlace_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char *file :
             {"bin/shotlab", "bin/shotlab-cli", "bin/shotlab-engine", "share/shotlab/models/glyphnet.pt",
              "share/shotlab/samples/digits.zip", "share/applications/org.shotlab.Shotlab.desktop",
              "share/metainfo/org.shotlab.Shotlab.metainfo.xml", "share/mime/packages/org.shotlab.Shotlab.xml",
              "share/icons/hicolor/scalable/apps/org.shotlab.Shotlab.svg",
              "share/icons/hicolor/scalable/mimetypes/application-x-shotlab.svg", "share/doc/Shotlab/CREDITS.md"})
            QTest::newRow(file) << QByteArray(file);
    }
    void everythingIsInItsPlace()
    {
        QFETCH(QByteArray, file);
        QVERIFY(QFile::exists(installed(file.constData())));
    }

    void theDesktopFindsTheProgram()
    {
        const QByteArray entry = contentOf(installed("share/applications/org.shotlab.Shotlab.desktop"));
        QVERIFY(entry.contains("\nExec=shotlab %f\n"));
        QVERIFY(entry.contains("\nIcon=org.shotlab.Shotlab\n"));
        QVERIFY(entry.contains("\nMimeType=application/x-shotlab;\n"));
        QVERIFY(contentOf(installed("share/mime/packages/org.shotlab.Shotlab.xml")).contains("type=\"application/x-shotlab\""));
        QVERIFY(contentOf(installed("share/metainfo/org.shotlab.Shotlab.metainfo.xml")).contains("org.shotlab.Shotlab.desktop"));
        for (const char *file : {"share/mime/packages/org.shotlab.Shotlab.xml", "share/metainfo/org.shotlab.Shotlab.metainfo.xml"}) {
            QXmlStreamReader xml(contentOf(installed(file)));
            while (!xml.atEnd())
                xml.readNext();
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        }
        for (const char *icon : {"share/icons/hicolor/scalable/apps/org.shotlab.Shotlab.svg",
                                 "share/icons/hicolor/scalable/mimetypes/application-x-shotlab.svg"})
            QVERIFY(QSvgRenderer(installed(icon)).isValid());
    }

    void aLabKeepsTheMarkOfItsType()
    {
        const QString lab = m_prefix.filePath(QStringLiteral("mark.shotlab"));
        QCOMPARE(runInstalled({QStringLiteral("sample"), QStringLiteral("digits"), lab}).status, 0);
        const QByteArray head = contentOf(lab).left(72);
        QVERIFY(head.startsWith("SQLite format 3"));
        QCOMPARE(head.mid(68, 4).toHex(), QByteArray("53684c62")); // as in the MIME type's magic
    }

    void anyToolsOfTheDesktopAgree()
    {
        const QString validator = QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate"));
        if (validator.isEmpty())
            QSKIP("desktop-file-validate is not installed");
        QProcess process;
        process.start(validator, {installed("share/applications/org.shotlab.Shotlab.desktop")});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardOutput().constData());
    }

    void theInstalledProgramsFindTheirResources()
    {
        const support::Outcome seen = runInstalled({QStringLiteral("inspect"), QStringLiteral("glyphnet"), QStringLiteral("--json")});
        QVERIFY2(seen.status == 0, seen.errors.constData()); // its own engine, its own models
        QVERIFY(runInstalled({QStringLiteral("sample")}).output.contains("digits"));
        // And only those: without its archive a sample is not on board, whatever lies in the source tree.
        QVERIFY(QFile::remove(installed("share/shotlab/samples/digits.zip")));
        const support::Outcome left = runInstalled({QStringLiteral("sample")});
        QVERIFY(!left.output.contains("digits") && left.output.contains("things"));
    }
};

QTEST_GUILESS_MAIN(TestInstallation)
#include "tst_Installation.moc"
