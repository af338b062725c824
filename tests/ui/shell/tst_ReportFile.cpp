// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

#include "SampleViews.h"
#include "models/Workspace.h"
#include "shell/ReportFile.h"
#include "text/Language.h"
#include "text/Sentences.h"
#include "widgets/Theme.h"

using namespace shotlab;

class TestReportFile : public QObject
{
    Q_OBJECT

    test::RecordingCommands m_commands;
    QTemporaryDir m_folder;

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void fill(models::Workspace &workspace)
    {
        auto lab = test::sampleLab();
        lab->info.title = "Foxes & <owls>";
        workspace.takeLab(lab);
        auto comparison = test::sampleComparison();
        Finding finding;
        finding.kind = FindingKind::Ahead;
        finding.arms = {4, 2};
        finding.shots = Shots(5);
        finding.difference = {0.031, 0.012, 0.05};
        finding.draws = 3;
        comparison->findings = {finding};
        comparison->comparison.modelHash = "model-hash";
        comparison->comparison.dataHash = "data-hash";
        comparison->provenances = {{"0.1.0", "LibTorch 1.13.1", comparison->comparison.modelHash, 2, {}}};
        workspace.takeComparison(comparison);
    }

    static QImage embedded(const QString &html)
    {
        static const QRegularExpression source(QStringLiteral("src=\"data:image/png;base64,([^\"]+)\""));
        return QImage::fromData(QByteArray::fromBase64(source.match(html).captured(1).toLatin1()));
    }

private Q_SLOTS:
    /// Everything in one file, every number with its n and range, nothing that is loaded from elsewhere.
    void aWebPageHoldsEverything()
    {
        models::Workspace workspace(m_commands, test::planFor);
        fill(workspace);
        const QString path = m_folder.filePath(QStringLiteral("report.html"));
        QVERIFY(shell::saveReport(workspace, path));
        const QString html = QString::fromUtf8(read(path));
        QVERIFY(html.contains(QStringLiteral("Foxes &amp; &lt;owls&gt;")));
        QVERIFY(!html.contains(QStringLiteral("http")));
        QTextDocument document;
        document.setHtml(html);
        const QString words = document.toPlainText(); // with plain spaces only
        const Comparison &comparison = workspace.comparison()->comparison;
        for (const QString &wanted : {QStringLiteral("is ahead of"), QStringLiteral("1.2 to 5.0"), QStringLiteral("Full fine-tuning"),
                                      QStringLiteral("LibTorch 1.13.1"), QString::fromStdString(comparison.modelHash),
                                      QString::fromStdString(comparison.dataHash)})
            QVERIFY2(words.contains(wanted), qPrintable(wanted));
        for (const LabClass &labClass : comparison.classes)
            QVERIFY(words.contains(text::classTitle(labClass)));
        for (const runner::CellView &cell : workspace.comparison()->cells)
            QVERIFY(words.contains(text::percentText(cell.summary.accuracy.mean).replace(QChar::Nbsp, QLatin1Char(' '))));
        const QImage chart = embedded(html);
        QVERIFY(chart.width() > 1000);
    }

    /// The writer asks for curves and mix-ups of every method, and tells of them once they are there.
    void curvesAndMixUpsAreWaitedFor()
    {
        models::Workspace workspace(m_commands, test::planFor);
        fill(workspace);
        m_commands.calls.clear();
        const QString path = m_folder.filePath(QStringLiteral("details.html"));
        auto *writer = new shell::ReportWriter(workspace, path);
        QSignalSpy finished(writer, &shell::ReportWriter::finished);
        QVERIFY(m_commands.has("requestMixUps 0 0")); // zero-shot has learnt from nothing
        QCOMPARE(m_commands.count("requestMixUps"), 5);
        QCOMPARE(m_commands.count("requestCurves"), 2);
        for (const int arm : {0, 1, 2, 3, 4})
            workspace.takeMixUps({arm, arm == 0 ? Shots(0) : Shots(5), 2, {{3, 1, 0}, {0, 4, 0}, {0, 2 * arm, 4}}});
        workspace.takeCurves({3, Shots(5), {{{10, 20, 0.9, 0.5, 0.6, 6, 1}, {20, 20, 0.4, 0.9, 0.8, 6, 2}}}, false});
        QTest::qWait(50);
        QCOMPARE(finished.size(), 0); // one curve is missing
        workspace.takeCurves({4, Shots(5), {{{10, 20, 0.9, 0.5, 0.6, 6, 1}, {20, 20, 0.4, 0.9, 0.9, 6, 2}}}, false});
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished.front().front().toBool());
        const QString html = QString::fromUtf8(read(path));
        QCOMPARE(html.count(QStringLiteral("<img ")), 3);
        QVERIFY(html.contains(QStringLiteral("How the methods learn")));
        QVERIFY(html.contains(QStringLiteral("“fox” taken for “dog”")));
        QVERIFY(html.contains(QStringLiteral("“cat” taken for “dog” (25")));
    }

    void paperIsWhiteInEveryScheme()
    {
        models::Workspace workspace(m_commands, test::planFor);
        fill(workspace);
        widgets::applyScheme(*qApp, widgets::Scheme::Dark);
        const QString path = m_folder.filePath(QStringLiteral("dark.html"));
        QVERIFY(shell::saveReport(workspace, path));
        QCOMPARE(widgets::currentScheme(), widgets::Scheme::Dark);
        QCOMPARE(embedded(QString::fromUtf8(read(path))).pixelColor(2, 2), widgets::tokens(widgets::Scheme::Light).card);
        widgets::applyScheme(*qApp, widgets::Scheme::Light);
    }

    void aPdfHasPages()
    {
        models::Workspace workspace(m_commands, test::planFor);
        fill(workspace);
        const QString path = m_folder.filePath(QStringLiteral("report.pdf"));
        QVERIFY(shell::saveReport(workspace, path));
        const QByteArray pdf = read(path);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.count("/Type /Page\n") >= 2);
        QVERIFY(pdf.contains("/Subtype /Image"));
    }

    void speaksTheLanguageOfTheWindow()
    {
        models::Workspace workspace(m_commands, test::planFor);
        fill(workspace);
        text::Translation translation;
        translation.choose(text::Language::Chinese);
        const QString path = m_folder.filePath(QStringLiteral("zh.html"));
        QVERIFY(shell::saveReport(workspace, path));
        const QString html = QString::fromUtf8(read(path));
        translation.choose(text::Language::English);
        QVERIFY(html.contains(QStringLiteral("lang=\"zh-CN\"")));
        QVERIFY(html.contains(QStringLiteral("测试集")));
        QVERIFY(!html.contains(QStringLiteral("What was found")));
    }

    void saysWhenItCannotBeWritten()
    {
        models::Workspace workspace(m_commands, test::planFor);
        QVERIFY(!shell::saveReport(workspace, m_folder.filePath(QStringLiteral("none.html")))); // nothing to report
        fill(workspace);
        QVERIFY(!shell::saveReport(workspace, m_folder.filePath(QStringLiteral("no/such/folder.html"))));
    }
};

QTEST_MAIN(TestReportFile)
#include "tst_ReportFile.moc"
