// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <csignal>
#include <memory>

#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

#include "Programs.h"
#include "TestLab.h"

#include "runner/LabSession.h"

using namespace shotlab;
using support::Outcome;
using support::query;
using support::runCli;
using support::runProgram;

/// Engine, session and command line together, on a bundled sample, with the real network and real data.
class TestEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameCommandGivesSameNumbers();
    void nothingIsBothLearntFromAndTestedOn();
    void shownIsWhatWasComputed();
    void windowAndCommandLineAgree();
    void reportsAreWrittenWithoutADisplay();
    void readoutsAreTheRunsOfTheSameDraws();
    void whatIsFinishedIsTakenOver();
    void tooLargeKIsSkippedAndSaysWhy();
    void killedEngineCostsOneRun();
    void killedHostLosesNothingThatWasKept();
    void interruptEndsCleanly();
    void labInUseIsLeftAlone();
    void frozenTensorsDoNotMove();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString newLab(const QString &name) const;
    [[nodiscard]] static QStringList compare(const QString &lab, const char *rest);

    QTemporaryDir m_folder;
    QString m_first;
    QJsonObject m_document;
};

namespace
{

/// Fewer steps than usual: what is tested does not depend on how well the arms do.
const char *const kSmallGrid = "--k 0,1,2 --draws 2 --json --set chosen-layers.steps-few=10 --set full-fine-tuning.steps-few=10 "
                               "--set from-scratch.steps-few=10";
const char *const kSlowGrid = "--arms prototypes,full-fine-tuning --k 1,2,5 --draws 4 --json --set full-fine-tuning.steps-few=20";

/// "arm k mean", one line per result.
QStringList numbers(const QJsonObject &document)
{
    QStringList lines;
    for (const QJsonValue &result : document[QLatin1String("results")].toArray())
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(result[QLatin1String("arm")].toString(), result[QLatin1String("k")].toVariant().toString())
                         .arg(result[QLatin1String("accuracy")][QLatin1String("mean")].toDouble(), 0, 'g', 17));
    return lines;
}

int countOf(const QString &lab, const char *condition)
{
    return query(lab, QStringLiteral("SELECT count(*) FROM ") + QLatin1String(condition)).front().front().toInt();
}

} // namespace

QString TestEndToEnd::newLab(const QString &name) const
{
    const QString lab = path(name + QStringLiteral(".shotlab"));
    const Outcome made = runCli({QStringLiteral("sample"), QStringLiteral("digits"), lab});
    if (made.status != 0)
        qFatal("%s", made.errors.constData());
    return lab;
}

QStringList TestEndToEnd::compare(const QString &lab, const char *rest)
{
    return QStringList {QStringLiteral("compare"), lab} + QString::fromLatin1(rest).split(QLatin1Char(' '));
}

void TestEndToEnd::initTestCase()
{
    runner::registerMetaTypes();
    m_first = newLab(QStringLiteral("first"));
    const Outcome outcome = runCli(compare(m_first, kSmallGrid));
    QVERIFY2(outcome.status == 0, outcome.errors.constData());
    QVERIFY(outcome.errors.contains("first complete picture: "));
    m_document = outcome.json();
    for (const char *key : {"comparison", "model", "classes", "test_size", "results", "findings", "skipped"})
        QVERIFY2(m_document.contains(QLatin1String(key)), key);
    QCOMPARE(m_document[QLatin1String("model")].toString(), QStringLiteral("glyphnet"));
    QCOMPARE(m_document[QLatin1String("classes")].toArray().size(), 10);
    // zero-shot, two floors, six arms at two k
    const QJsonArray results = m_document[QLatin1String("results")].toArray();
    QCOMPARE(results.size(), 3 + 6 * 2);
    // What training cost of the old skill is told of the two arms that move trained weights.
    for (const QJsonValue &result : results) {
        const QString arm = result[QLatin1String("arm")].toString();
        const QJsonValue retention = result[QLatin1String("retention")];
        const bool moves = arm == QLatin1String("chosen-layers") || arm == QLatin1String("full-fine-tuning");
        QCOMPARE(retention.isObject(), moves);
        if (!moves)
            continue;
        QCOMPARE(retention[QLatin1String("kind")].toString(), QStringLiteral("source-task"));
        QCOMPARE(retention[QLatin1String("examples")].toInt(), 800);
        const double before = retention[QLatin1String("before")].toDouble();
        QVERIFY2(before > 0.8 && before < 0.9, qPrintable(QString::number(before)));
        QVERIFY(retention[QLatin1String("after")].toDouble() < before);
    }
}

void TestEndToEnd::sameCommandGivesSameNumbers()
{
    const QString second = newLab(QStringLiteral("second"));
    const Outcome outcome = runCli(compare(second, kSmallGrid));
    QVERIFY2(outcome.status == 0, outcome.errors.constData());
    QCOMPARE(numbers(outcome.json()), numbers(m_document));
}

void TestEndToEnd::nothingIsBothLearntFromAndTestedOn()
{
    QCOMPARE(countOf(m_first, "run_support JOIN comparison_test USING (example_id)"), 0);
    const auto sizes = query(m_first,
                             QStringLiteral("SELECT DISTINCT run.k, n FROM run JOIN (SELECT run_id, class_position, "
                                            "count(*) AS n FROM run_support GROUP BY run_id, class_position) "
                                            "ON run_id = run.id ORDER BY run.k"));
    QCOMPARE(sizes, (QList<QVariantList> {{QStringLiteral("1"), 1}, {QStringLiteral("2"), 2}}));
}

void TestEndToEnd::shownIsWhatWasComputed()
{
    const Outcome shown = runCli({QStringLiteral("show"), m_first, QStringLiteral("--json")});
    QCOMPARE(shown.status, 0);
    QCOMPARE(shown.json(), m_document);
    const Outcome csv = runCli({QStringLiteral("show"), m_first, QStringLiteral("--csv")});
    QCOMPARE(csv.status, 0);
    QCOMPARE(csv.output.trimmed().split('\n').size(), 1 + m_document[QLatin1String("results")].toArray().size());
    const Outcome table = runCli({QStringLiteral("show"), m_first});
    QCOMPARE(table.status, 0);
    QVERIFY(table.output.contains("k = 1"));
    QCOMPARE(runCli({QStringLiteral("show"), m_first, QStringLiteral("--comparison"), QStringLiteral("99")}).status, 1);
}

void TestEndToEnd::reportsAreWrittenWithoutADisplay()
{
    const QString page = path(QStringLiteral("report.html"));
    const Outcome written = runProgram(QStringLiteral("shotlab"), {QStringLiteral("--report"), page, m_first});
    QVERIFY2(written.status == 0, written.errors.constData());
    QFile file(page);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray html = file.readAll();
    QVERIFY(html.contains("Mix-ups"));
    QVERIFY(html.contains("data:image/png;base64,"));

    const QString empty = newLab(QStringLiteral("empty"));
    const Outcome nothing = runProgram(QStringLiteral("shotlab"), {QStringLiteral("--report"), path(QStringLiteral("none.pdf")), empty});
    QCOMPARE(nothing.status, 1);
    QVERIFY2(nothing.errors.contains("Run a comparison first"), nothing.errors.constData());
    QVERIFY(!QFile::exists(path(QStringLiteral("none.pdf"))));
}

void TestEndToEnd::windowAndCommandLineAgree()
{
    // What the window does: a session on a lab of its own, made and run through slots.
    runner::LabSession session({support::programPath(QStringLiteral("shotlab-engine")), {}, 0});
    runner::LabViewPtr lab;
    QSignalSpy over(&session, &runner::LabSession::comparisonFinished);
    connect(&session, &runner::LabSession::labChanged, this, [&](const runner::LabViewPtr &view) { lab = view; });
    session.warmUp();
    session.createFromSample(QStringLiteral("digits"), path(QStringLiteral("window.shotlab")));
    QTRY_VERIFY_WITH_TIMEOUT(lab && lab->model && !lab->model->layers.empty(), support::kProgramMs);
    ComparisonPlan plan = runner::defaultPlan(*lab->model, lab->info.seed);
    plan.shots = {Shots(0), Shots(1), Shots(2)};
    plan.draws = {2, 2, 2};
    for (Arm &arm : plan.arms) {
        if (trainsTrunk(arm.kind))
            QVERIFY(applySetting(arm, "steps-few", "10"));
    }
    session.startComparison(plan);
    QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, support::kProgramMs);
    const auto view = over.front().front().value<runner::ComparisonViewPtr>();
    QStringList lines;
    for (const runner::CellView &cell : view->cells) {
        const ArmKind kind = plan.arms[static_cast<std::size_t>(cell.summary.arm)].kind;
        lines.append(
            QStringLiteral("%1 %2 %3")
                .arg(QString::fromStdString(std::string(armName(kind))), QString::fromStdString(cell.summary.shots.toString()))
                .arg(cell.summary.accuracy.mean, 0, 'g', 17));
    }
    QCOMPARE(lines, numbers(m_document));
}

void TestEndToEnd::readoutsAreTheRunsOfTheSameDraws()
{
    // The slider's answers: on a lab that was just opened, for draws that were run and for others, and nothing is stored.
    runner::LabSession session({support::programPath(QStringLiteral("shotlab-engine")), {}, 0});
    QSignalSpy shown(&session, &runner::LabSession::comparisonChanged);
    QSignalSpy answers(&session, &runner::LabSession::readoutsReady);
    const int runs = countOf(m_first, "run");
    session.openLab(m_first);
    session.showComparison(ComparisonId {1});
    QTRY_VERIFY(!shown.isEmpty());
    const auto view = shown.back().front().value<runner::ComparisonViewPtr>();
    session.requestReadouts(Shots(2), 6);
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, support::kProgramMs);
    const auto first = answers[0].front().value<runner::ReadoutsView>();
    QCOMPARE(first.arms.size(), 3U);
    for (std::size_t i = 0; i < first.arms.size(); ++i) {
        QCOMPARE(first.accuracies[i].size(), 6U);
        for (const runner::CellView &cell : view->cells) {
            if (cell.summary.arm == first.arms[i] && cell.summary.shots == Shots(2)) {
                QCOMPARE(cell.summary.perDraw.size(), 2U);
                QCOMPARE(first.accuracies[i][0], cell.summary.perDraw[0]);
                QCOMPARE(first.accuracies[i][1], cell.summary.perDraw[1]);
            }
        }
    }
    session.requestReadouts(Shots(2), 2, 4);
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 2, support::kProgramMs);
    const auto later = answers[1].front().value<runner::ReadoutsView>();
    QCOMPARE(later.firstDraw, 4);
    for (std::size_t i = 0; i < first.arms.size(); ++i)
        QCOMPARE(later.accuracies[i], (std::vector<double> {first.accuracies[i][4], first.accuracies[i][5]}));
    session.closeLab();
    QCOMPARE(countOf(m_first, "run"), runs);
}

void TestEndToEnd::whatIsFinishedIsTakenOver()
{
    const int before = countOf(m_first, "run");
    const Outcome again = runCli(compare(m_first, kSmallGrid));
    QCOMPARE(again.status, 0);
    QCOMPARE(again.json(), m_document);
    QCOMPARE(countOf(m_first, "run"), before);

    const Outcome more = runCli(compare(m_first, "--arms prototypes --k 1,2,5 --draws 2 --json"));
    QCOMPARE(more.status, 0);
    QCOMPARE(countOf(m_first, "run"), before + 2);
    const Outcome fresh = runCli(compare(m_first, "--arms prototypes --k 1,2 --draws 2 --json --fresh"));
    QCOMPARE(fresh.status, 0);
    QCOMPARE(countOf(m_first, "run"), before + 6);
    for (const QString &line : numbers(fresh.json()))
        QVERIFY(numbers(m_document).contains(line));
}

void TestEndToEnd::tooLargeKIsSkippedAndSaysWhy()
{
    support::makePictureFolders(path(QStringLiteral("few")), {{QStringLiteral("red"), 6}, {QStringLiteral("green"), 12}});
    const QString lab = path(QStringLiteral("few.shotlab"));
    QCOMPARE(runCli({QStringLiteral("new"), lab, QStringLiteral("--model"), QStringLiteral("glyphnet"), QStringLiteral("--data"),
                     path(QStringLiteral("few"))})
                 .status,
             0);
    const Outcome outcome = runCli(compare(lab, "--arms zero-shot,prototypes --k 0,2,10 --json"));
    QVERIFY2(outcome.status == 0, outcome.errors.constData());
    const QJsonArray skipped = outcome.json()[QLatin1String("skipped")].toArray();
    QCOMPARE(skipped.size(), 2);
    QCOMPARE(skipped[0][QLatin1String("k")].toInt(), 10);
    QVERIFY(skipped[0][QLatin1String("arm")].isNull());
    QVERIFY(skipped[0][QLatin1String("reason")].toString().contains(QLatin1String("red")));
    QCOMPARE(skipped[1][QLatin1String("arm")].toString(), QStringLiteral("zero-shot"));
    QCOMPARE(outcome.json()[QLatin1String("results")].toArray().size(), 1);
    QCOMPARE(runCli(compare(lab, "--arms prototypes --k 10")).status, 1);
    QCOMPARE(runCli(compare(lab, "--train nonsense*")).status, 2);
    QCOMPARE(runCli(compare(lab, "--set linear-probe.D=1")).status, 2);
    QCOMPARE(runCli(compare(lab, "--set linear-probe.C=no")).status, 2);
}

void TestEndToEnd::killedEngineCostsOneRun()
{
    const QString lab = newLab(QStringLiteral("killed-engine"));
    const auto process = support::startCli(compare(lab, kSlowGrid));
    QVERIFY(support::waitForFinishedRuns(lab, 4));
    const qint64 engine = support::engineOf(*process);
    QVERIFY(engine > 0);
    QCOMPARE(::kill(static_cast<pid_t>(engine), SIGKILL), 0);
    const Outcome outcome = support::outcomeOf(*process);
    QVERIFY2(outcome.status == 0, outcome.errors.constData());
    QCOMPARE(countOf(lab, "run WHERE status = 'failed'"), 1);
    QCOMPARE(countOf(lab, "run WHERE status = 'finished'"), 23);
    // The same command fills the gap.
    QCOMPARE(runCli(compare(lab, kSlowGrid)).status, 0);
    QCOMPARE(countOf(lab, "run WHERE status = 'finished'"), 24);
}

void TestEndToEnd::killedHostLosesNothingThatWasKept()
{
    const QString lab = newLab(QStringLiteral("killed-host"));
    const auto process = support::startCli(compare(lab, kSlowGrid));
    QVERIFY(support::waitForFinishedRuns(lab, 4));
    const qint64 engine = support::engineOf(*process);
    process->kill();
    QVERIFY(process->waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(::kill(static_cast<pid_t>(engine), 0) != 0, support::kPatience); // the engine goes with its host
    const int kept = countOf(lab, "run WHERE status = 'finished'");
    QVERIFY(kept >= 4);
    const Outcome resumed = runCli(compare(lab, kSlowGrid));
    QVERIFY2(resumed.status == 0, resumed.errors.constData());
    QCOMPARE(countOf(lab, "run WHERE status = 'finished'"), 24); // none of the kept ones was run again
    QCOMPARE(countOf(lab, "comparison"), 1);
    QCOMPARE(countOf(lab, "run WHERE status = 'running'"), 0);
    // Killed and resumed, the numbers are those of a lab in which nothing happened.
    const Outcome undisturbed = runCli(compare(newLab(QStringLiteral("undisturbed")), kSlowGrid));
    QVERIFY2(undisturbed.status == 0, undisturbed.errors.constData());
    QCOMPARE(numbers(resumed.json()), numbers(undisturbed.json()));
}

void TestEndToEnd::interruptEndsCleanly()
{
    const QString lab = newLab(QStringLiteral("interrupted"));
    const auto process = support::startCli(compare(lab, kSlowGrid));
    QVERIFY(support::waitForFinishedRuns(lab, 2));
    process->terminate();
    const Outcome outcome = support::outcomeOf(*process);
    QCOMPARE(outcome.status, 130);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(countOf(lab, "run WHERE status = 'finished'") >= 2);
    QCOMPARE(countOf(lab, "run WHERE status = 'running'"), 0);
    const Outcome shown = runCli({QStringLiteral("show"), lab, QStringLiteral("--json")});
    QCOMPARE(shown.status, 0); // what is finished is a valid comparison
    QVERIFY(!shown.json()[QLatin1String("results")].toArray().isEmpty());
}

void TestEndToEnd::labInUseIsLeftAlone()
{
    const QString lab = newLab(QStringLiteral("busy"));
    runner::LabSession holder({support::programPath(QStringLiteral("shotlab-engine")), {}, 0});
    QSignalSpy opened(&holder, &runner::LabSession::labOpened);
    holder.openLab(lab);
    QCOMPARE(opened.size(), 1);
    const Outcome outcome = runCli(compare(lab, kSmallGrid));
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(!outcome.errors.isEmpty());
}

void TestEndToEnd::frozenTensorsDoNotMove()
{
    QVERIFY(countOf(m_first, "run WHERE frozen_hash_before <> ''") > 0);
    QCOMPARE(countOf(m_first, "run WHERE frozen_hash_before <> frozen_hash_after"), 0);
}

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "tst_EndToEnd.moc"
