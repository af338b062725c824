// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// Holds the direction of the dependencies (docs/architecture.md): which folder may include which, and that no LibTorch header
/// reaches an object of the host programs, by whatever detour.
class TestLayering : public QObject
{
    Q_OBJECT

private:
    struct Source {
        QString path; // relative to the source folder
        QString folder; // "core/lab", "ui/charts", "app/shotlab"
        QString text;
    };

    QList<Source> m_sources;

    static QHash<QString, QSet<QString>> allowed()
    {
        QHash<QString, QSet<QString>> table {
            {"core/lab", {}},
            {"core/stats", {}},
            {"core/store", {}},
            {"core/media", {}},
            {"core/protocol", {}},
            {"core/importer", {"media"}},
            {"core/engine", {"media", "protocol"}},
            {"core/runner", {"stats", "store", "protocol", "importer", "media"}},
            {"ui/text", {}},
            {"ui/charts", {"text", "widgets"}},
            {"ui/widgets", {"text", "media"}},
            {"ui/models", {"runner", "importer", "text", "widgets", "charts"}},
            {"ui/pages", {"runner", "importer", "media", "text", "widgets", "charts", "models"}},
            {"ui/shell", {"runner", "importer", "media", "text", "widgets", "charts", "models", "pages"}},
            {"app/shotlab-engine", {"engine", "protocol"}},
            {"app/shotlab-cli", {"runner", "store", "importer", "text"}},
            {"app/shotlab", {"runner", "importer", "models", "shell", "widgets", "text"}},
        };
        for (auto it = table.begin(); it != table.end(); ++it) {
            it->insert("lab");
            it->insert(it.key().section('/', 1));
        }
        return table;
    }

    void forbid(const QString &pattern, const QStringList &exceptIn, const QString &what)
    {
        const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
        for (const Source &source : m_sources) {
            if (exceptIn.contains(source.folder))
                continue;
            const QRegularExpressionMatch match = expression.match(source.text);
            QVERIFY2(!match.hasMatch(), qPrintable(source.path + ": " + what + ": " + match.captured().trimmed()));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QDir root(SHOTLAB_SOURCE_DIR);
        for (const char *top : {"core", "ui", "app"}) {
            QDirIterator files(root.filePath(top), {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString path = root.relativeFilePath(file.fileName());
                m_sources.append({path, path.section('/', 0, 1), QString::fromUtf8(file.readAll())});
            }
        }
        QVERIFY(m_sources.size() > 50);
    }

    void foldersKnowOnlyThoseTheyMay()
    {
        const auto table = allowed();
        static const QRegularExpression include(R"(^\s*#\s*include\s+\x22([^\x22]+)\x22)", QRegularExpression::MultilineOption);
        for (const Source &source : m_sources) {
            QVERIFY2(table.contains(source.folder), qPrintable("unknown folder " + source.folder));
            auto matches = include.globalMatch(source.text);
            while (matches.hasNext()) {
                const QString header = matches.next().captured(1);
                if (!header.contains('/')) // generated (.moc) or beside the file
                    continue;
                QVERIFY2(table[source.folder].contains(header.section('/', 0, 0)),
                         qPrintable(source.path + " may not include " + header));
            }
        }
    }

    void libTorchStaysInTheEngine()
    {
        forbid(R"(^\s*#\s*include\s*[<\x22](torch|ATen|c10|caffe2)/)", {"core/engine"}, "LibTorch header");
    }

    void sqlStaysInTheStore()
    {
        forbid(R"(^\s*#\s*include\s*<(QSql\w*|QtSql.*|sqlite3\.h)>)", {"core/store"}, "SQL header");
        forbid(R"(\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b)", {"core/store"}, "SQL statement");
    }

    void chartsStayBehindOneFolder()
    {
        forbid(R"(^\s*#\s*include\s*<(QtCharts.*|QChart\w*|Q\w*Series|QValueAxis|QCategoryAxis)>)", {"ui/charts"},
               "Qt Charts header");
    }

    void coreHasNoWidgetsAndNoUserText()
    {
        for (const Source &source : m_sources) {
            if (!source.path.startsWith("core/"))
                continue;
            static const QRegularExpression widget(R"(^\s*#\s*include\s*<(QtWidgets.*|QWidget|QApplication|QMessageBox)>)",
                                                   QRegularExpression::MultilineOption);
            static const QRegularExpression text(R"(\b(tr|QT_TR_NOOP|QCoreApplication::translate)\s*\()");
            QVERIFY2(!widget.match(source.text).hasMatch(), qPrintable(source.path + " includes a widget"));
            QVERIFY2(!text.match(source.text).hasMatch(), qPrintable(source.path + " words something for users"));
        }
    }

    void noModalBoxes() { forbid(R"(\bQMessageBox\b)", {}, "modal box"); }

    void everyFileNamesItsLicence()
    {
        for (const Source &source : m_sources)
            QVERIFY2(source.text.contains("SPDX-License-Identifier: GPL-3.0-or-later"), qPrintable(source.path));
    }

    /// The build's own records: includes that came in through other headers count as well.
    void noTorchHeaderReachesTheHostPrograms()
    {
        QProcess ninja;
        ninja.start(SHOTLAB_NINJA, {"-C", SHOTLAB_BINARY_DIR, "-t", "deps"});
        QVERIFY(ninja.waitForFinished(60000));
        QCOMPARE(ninja.exitCode(), 0);

        int hostObjects = 0;
        int engineObjectsWithTorch = 0;
        QString object;
        static const QRegularExpression torch(R"(/(torch|ATen|c10|caffe2)/[^/]+)");
        for (const QString &line : QString::fromUtf8(ninja.readAllStandardOutput()).split('\n')) {
            if (!line.startsWith(' ')) {
                object = line.section(':', 0, 0);
                const bool host = object.startsWith("core/") || object.startsWith("ui/") || object.startsWith("app/");
                hostObjects += host && !object.startsWith("core/engine/") ? 1 : 0;
                continue;
            }
            if (!torch.match(line).hasMatch())
                continue;
            if (object.startsWith("core/engine/"))
                ++engineObjectsWithTorch;
            const bool host = object.startsWith("ui/") || object.startsWith("app/")
                || (object.startsWith("core/") && !object.startsWith("core/engine/"));
            QVERIFY2(!host, qPrintable(object + " depends on " + line.trimmed()));
        }
        // The check itself must be able to see something.
        QVERIFY(hostObjects > 20);
        QVERIFY(engineObjectsWithTorch > 0);
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_Layering.moc"
