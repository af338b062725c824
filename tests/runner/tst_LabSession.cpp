// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <nlohmann/json.hpp>

#include "TestLab.h"
#include "runner/LabSession.h"

using namespace shotlab;
using namespace shotlab::runner;
using support::EngineScript;

class TestLabSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void makesALabFromAFolder();
    void refusesWhatIsNoData();
    void refusesAnExistingFile();
    void ownModelIsLookedAtFirst();
    void rejectedModelLeavesTheOldOne();
    void modelIsKnownAfterWarmingUp();
    void dropsBecomeExamplesAndCanBeUndone();
    void clipboardPictureIsAdded();
    void anEmptyLabTakesEitherKind();
    void stoppedImportAddsNothing();
    void comparesAndShowsItAgain();
    void plansThatCannotRunAreRejected();
    void secondOpenerIsToldWhoHasIt();
    void damagedLabIsRescuedIntoANewOne();
    void readOnlyLabCannotBeChanged();
    void killedEngineIsReported();
    void confirmedCardIsKept();
    void worksOnAThreadOfItsOwn();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void makeSession();
    void makeLab();
    [[nodiscard]] LabView lab() const { return *m_lab; }
    [[nodiscard]] ComparisonPlan plan(const std::vector<ArmKind> &arms, const std::vector<Shots> &shots, int draws) const
    {
        return support::planOf(arms, shots, draws, m_lab->model->model.card);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LabSession> m_session;
    LabViewPtr m_lab;
};

void TestLabSession::initTestCase() { registerMetaTypes(); }

void TestLabSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CACHE_HOME", m_folder->path().toUtf8());
    // A bundled model, as far as the fake engine looks.
    QVERIFY(QDir().mkpath(path("resources/models")));
    const LabModel model = support::modelAt(path("resources/models/efficientnet-lite0.pt"), {"cat", "dog", "fox"});
    ModelCard card = model.card;
    card.name = "efficientnet-lite0";
    QFile file(path("resources/models/efficientnet-lite0.card.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(toJson(card).dump()));
    file.close();
    QVERIFY(QFile::copy(path("resources/models/efficientnet-lite0.pt"), path("resources/models/glyphnet.pt")));
    card.name = "glyphnet";
    QFile small(path("resources/models/glyphnet.card.json"));
    QVERIFY(small.open(QIODevice::WriteOnly));
    small.write(QByteArray::fromStdString(toJson(card).dump()));
    small.close();
    support::makePictureFolders(path("pets"), {{QStringLiteral("cat"), 9}, {QStringLiteral("dog"), 9}});
    makeSession();
}

void TestLabSession::cleanup()
{
    m_session.reset();
    m_lab.reset();
}

void TestLabSession::makeSession()
{
    m_session = std::make_unique<LabSession>(LabSession::Options {support::fakeEngine(), path("resources"), 1});
    connect(m_session.get(), &LabSession::labChanged, this, [this](const LabViewPtr &view) { m_lab = view; });
}

void TestLabSession::makeLab()
{
    QSignalSpy opened(m_session.get(), &LabSession::labOpened);
    m_session->createFromData(path("pets"), {}, path("lab.shotlab"));
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, support::kPatience);
    QVERIFY(m_lab);
}

void TestLabSession::makesALabFromAFolder()
{
    QSignalSpy finished(m_session.get(), &LabSession::importFinished);
    QFile broken(path("pets/cat/broken.png"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("no picture");
    broken.close();
    makeLab();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.front()[0].toInt(), 18);
    QCOMPARE(finished.front()[1].toStringList(), QStringList {path("pets/cat/broken.png")});
    QCOMPARE(lab().classes.size(), std::size_t(2));
    QCOMPARE(lab().testCount, 6);
    QCOMPARE(lab().largestShots, 6);
    QCOMPARE(lab().info.title, std::string("pets"));
    QCOMPARE(QString::fromStdString(lab().model->model.card.name), QStringLiteral("glyphnet")); // the pictures are tiny
    QCOMPARE(lab().classes[1].labClass.links, (std::vector<int> {1}));
    QVERIFY(!lab().canUndo);
    QVERIFY(!lab().info.testLocked);
    const LabView view = lab();
    QVERIFY(std::any_of(view.checks.begin(), view.checks.end(), [](const DataCheck &check) {
        return check.kind == CheckKind::Unreadable && check.detail == QLatin1String("broken.png");
    }));
}

void TestLabSession::refusesWhatIsNoData()
{
    QSignalSpy failed(m_session.get(), &LabSession::labFailed);
    QVERIFY(QDir().mkpath(path("empty")));
    m_session->createFromData(path("empty"), {}, path("lab.shotlab"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, support::kPatience);
    QCOMPARE(failed.last()[1].value<Error>().code, ErrorCode::FolderEmpty);
    m_session->createFromData(path("pets"), QStringLiteral("no-such-model"), path("lab.shotlab"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, support::kPatience);
    QCOMPARE(failed.last()[1].value<Error>().code, ErrorCode::ModelNotFound);
    m_session->createFromSample(QStringLiteral("no-such-sample"), path("lab.shotlab"));
    QCOMPARE(failed.last()[1].value<Error>().code, ErrorCode::UnknownSample);
    QVERIFY(!QFile::exists(path("lab.shotlab")));
}

void TestLabSession::refusesAnExistingFile()
{
    makeLab();
    QSignalSpy failed(m_session.get(), &LabSession::labFailed);
    m_session->createFromData(path("pets"), {}, path("lab.shotlab"));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.front()[1].value<Error>().code, ErrorCode::LabExists);
}

void TestLabSession::ownModelIsLookedAtFirst()
{
    const EngineScript script;
    makeLab();
    const QString hash = QString::fromStdString(support::modelAt(path("own.pt")).hash);
    QFile own(path("own.pt"));
    QVERIFY(own.open(QIODevice::Append));
    own.write("!");
    own.close();
    m_session->chooseModel(path("own.pt"));
    QTRY_COMPARE_WITH_TIMEOUT(lab().model->model.card.name, std::string("own"), support::kPatience);
    QVERIFY(!lab().model->model.bundled);
    QVERIFY(lab().model->model.embedded);
    QVERIFY(QString::fromStdString(lab().model->model.hash) != hash); // of the file as it is now
    QVERIFY(!lab().model->model.card.confirmed);
    QCOMPARE(lab().model->layers.size(), std::size_t(3));
    QVERIFY(lab().classes[0].labClass.links.empty()); // it names nothing
    m_session->undo();
    QCOMPARE(QString::fromStdString(lab().model->model.card.name), QStringLiteral("glyphnet"));
    QCOMPARE(lab().classes[0].labClass.links, (std::vector<int> {0}));

    // The lab holds the bytes: it works without the file.
    m_session->redo();
    QVERIFY(QFile::remove(path("own.pt")));
    QSignalSpy over(m_session.get(), &LabSession::comparisonFinished);
    m_session->startComparison(plan({ArmKind::Prototypes}, {Shots(1)}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, support::kPatience);
    QCOMPARE(over.front().front().value<ComparisonViewPtr>()->state, ComparisonState::Finished);
}

void TestLabSession::rejectedModelLeavesTheOldOne()
{
    const EngineScript script(QStringLiteral("refuse-model"));
    makeLab();
    QSignalSpy failed(m_session.get(), &LabSession::modelFailed);
    m_session->chooseModel(path("pets/cat/0.png"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, support::kPatience);
    QCOMPARE(failed.front()[1].value<Error>().code, ErrorCode::ModelNotAModel);
    m_session->chooseModel(path("nowhere.pt"));
    QCOMPARE(failed.size(), 2);
    QCOMPARE(failed.last()[1].value<Error>().code, ErrorCode::ModelNotFound);
    QCOMPARE(QString::fromStdString(lab().model->model.card.name), QStringLiteral("glyphnet"));
    QVERIFY(!lab().canUndo);
}

void TestLabSession::modelIsKnownAfterWarmingUp()
{
    const EngineScript script;
    QSignalSpy ready(m_session.get(), &LabSession::engineReady);
    m_session->warmUp();
    makeLab();
    QTRY_VERIFY_WITH_TIMEOUT(!lab().model->layers.empty(), support::kPatience);
    QCOMPARE(ready.size(), 1);
    QCOMPARE(ready.front().front().toInt(), 1);
    QVERIFY(!lab().model->opening);
    const ComparisonPlan defaults = defaultPlan(*lab().model, 7);
    QCOMPARE(defaults.seed, std::uint64_t {7});
    QCOMPARE(defaults.shots.size(), std::size_t(6));
    const auto chosen = std::find_if(defaults.arms.begin(), defaults.arms.end(),
                                     [](const Arm &arm) { return arm.kind == ArmKind::ChosenLayers; });
    QVERIFY(chosen != defaults.arms.end());
    QCOMPARE(chosen->layers.learning, (std::vector<std::string> {"stage1"}));
}

void TestLabSession::dropsBecomeExamplesAndCanBeUndone()
{
    makeLab();
    QSignalSpy finished(m_session.get(), &LabSession::importFinished);
    support::makePictureFolders(path("more"), {{QStringLiteral("fox"), 4}, {QStringLiteral("owl"), 5}});
    m_session->importAsClasses({path("more")});
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, support::kPatience);
    QCOMPARE(lab().classes.size(), std::size_t(4));
    QVERIFY(lab().canUndo);
    m_session->importIntoClass({path("more/fox"), path("more/owl/0.png")}, lab().classes[0].labClass.id);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, support::kPatience);
    QCOMPARE(finished.last()[0].toInt(), 5);
    QCOMPARE(lab().classes[0].examples.size(), std::size_t(14));
    QVERIFY(lab().classes[0].examples.front().value > lab().classes[0].examples.back().value);

    m_session->undo();
    m_session->undo();
    QCOMPARE(lab().classes.size(), std::size_t(2));
    m_session->redo();
    QCOMPARE(lab().classes.size(), std::size_t(4));

    QSignalSpy failed(m_session.get(), &LabSession::importFailed);
    QVERIFY(QDir().mkpath(path("nothing")));
    m_session->importAsClasses({path("nothing")});
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, support::kPatience);
}

void TestLabSession::clipboardPictureIsAdded()
{
    makeLab();
    const ClassId cat = lab().classes[0].labClass.id;
    m_session->importBytes(support::picture(4711), cat);
    QCOMPARE(lab().classes[0].examples.size(), std::size_t(10));
    QSignalSpy thumbnails(m_session.get(), &LabSession::thumbnailsReady);
    m_session->requestThumbnails(lab().classes[0].examples);
    QTRY_COMPARE_WITH_TIMEOUT(thumbnails.size(), 1, support::kPatience);
    const auto byId = thumbnails.front().front().value<QHash<qint64, QByteArray>>();
    QCOMPARE(byId.size(), 10);
    QVERIFY(byId.value(lab().classes[0].examples.front().value).startsWith("\x89PNG"));

    QSignalSpy failed(m_session.get(), &LabSession::importFailed);
    m_session->importBytes("no picture", cat);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(lab().classes[0].examples.size(), std::size_t(10));
}

/// The first examples say what the lab is about; from then on it keeps to one kind.
void TestLabSession::anEmptyLabTakesEitherKind()
{
    QVERIFY(QFile::copy(path("resources/models/efficientnet-lite0.pt"), path("resources/models/minilm-l6.pt")));
    ModelCard card;
    card.name = "minilm-l6";
    card.modality = Modality::Text;
    card.recipe = "sentences";
    QFile file(path("resources/models/minilm-l6.card.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(toJson(card).dump()));
    file.close();
    makeSession();
    m_session->createEmpty(QStringLiteral("New"), {}, path("empty.shotlab"));
    QTRY_VERIFY_WITH_TIMEOUT(m_lab, support::kPatience);
    QCOMPARE(lab().model->model.card.name, std::string("efficientnet-lite0"));
    m_session->addClass(QStringLiteral("glad"));
    m_session->addClass(QStringLiteral("sad"));
    const ClassId glad = lab().classes[0].labClass.id;
    m_session->importLines(QStringLiteral("Hooray!\nI like it "), glad);
    QCOMPARE(lab().model->model.card.name, std::string("minilm-l6"));
    QCOMPARE(lab().classes[0].examples.size(), std::size_t(2));

    QSignalSpy sentences(m_session.get(), &LabSession::sentencesReady);
    m_session->requestSentences(lab().classes[0].examples);
    const auto byId = sentences.front().front().value<QHash<qint64, QString>>();
    QCOMPARE(byId.value(lab().classes[0].examples.front().value), QStringLiteral("I like it "));

    QSignalSpy failed(m_session.get(), &LabSession::importFailed);
    m_session->importBytes(support::picture(1), glad);
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.front()[1].value<Error>().code == ErrorCode::DataIsPictures);
    m_session->importLines(QStringLiteral(" \n"), glad);
    QVERIFY(failed.last()[1].value<Error>().code == ErrorCode::NoReadableTexts);
    QSignalSpy refused(m_session.get(), &LabSession::modelFailed);
    m_session->chooseModel(QStringLiteral("efficientnet-lite0"));
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.front()[1].value<Error>().code == ErrorCode::ModelUnsuitable);
    QCOMPARE(lab().model->model.card.name, std::string("minilm-l6"));

    m_session->setWords(glad, {"happy", "Somebody is pleased.", {}});
    QCOMPARE(lab().classes[0].labClass.description, std::string("Somebody is pleased."));
    m_session->undo();
    QCOMPARE(lab().classes[0].labClass.name, std::string("glad"));
}

void TestLabSession::stoppedImportAddsNothing()
{
    makeLab();
    QSignalSpy finished(m_session.get(), &LabSession::importFinished);
    m_session->importAsClasses({path("pets")});
    m_session->stopImport();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.front()[0].toInt(), 0);
    QTest::qWait(20);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(lab().classes[0].examples.size(), std::size_t(9));
}

void TestLabSession::comparesAndShowsItAgain()
{
    const EngineScript script;
    makeLab();
    QSignalSpy over(m_session.get(), &LabSession::comparisonFinished);
    QSignalSpy saved(m_session.get(), &LabSession::saved);
    QSignalSpy progressed(m_session.get(), &LabSession::progressed);
    m_session->startComparison(plan({ArmKind::ZeroShot, ArmKind::Prototypes, ArmKind::Chance}, {Shots(0), Shots(1)}, 3));
    QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, support::kPatience);
    const auto view = over.front().front().value<ComparisonViewPtr>();
    QCOMPARE(view->state, ComparisonState::Finished);
    QVERIFY(!saved.isEmpty());
    QVERIFY(!progressed.last().front().value<ProgressView>().active);
    QVERIFY(lab().info.testLocked);
    QCOMPARE(lab().comparisons.size(), std::size_t(1));

    makeSession();
    QSignalSpy changed(m_session.get(), &LabSession::comparisonChanged);
    m_session->openLab(path("lab.shotlab"));
    QCOMPARE(changed.size(), 1);
    const auto again = changed.front().front().value<ComparisonViewPtr>();
    QCOMPARE(again->cells.size(), view->cells.size());
    for (std::size_t i = 0; i < view->cells.size(); ++i)
        QVERIFY(again->cells[i].summary.accuracy == view->cells[i].summary.accuracy);
}

void TestLabSession::plansThatCannotRunAreRejected()
{
    makeLab();
    QSignalSpy rejected(m_session.get(), &LabSession::planRejected);
    m_session->addClass(QStringLiteral("owl"));
    m_session->startComparison(plan({ArmKind::Prototypes}, {Shots(1)}, 1));
    QCOMPARE(rejected.size(), 1);
    QCOMPARE(rejected.front().front().value<Error>().code, ErrorCode::ClassTooSmall);
    QVERIFY(!lab().info.testLocked);

    QSignalSpy estimated(m_session.get(), &LabSession::planEstimated);
    m_session->estimate(plan({ArmKind::Prototypes}, {Shots(1)}, 1), 42);
    QCOMPARE(estimated.size(), 1);
    QCOMPARE(estimated.front()[0].toInt(), 42);
    QCOMPARE(estimated.front()[1].value<PlanEstimate>().skipped.front().reason.code, ErrorCode::ClassTooSmall);
}

void TestLabSession::secondOpenerIsToldWhoHasIt()
{
    makeLab();
    LabSession second({support::fakeEngine(), path("resources"), 1});
    QSignalSpy failed(&second, &LabSession::labFailed);
    second.openLab(path("lab.shotlab"));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.front()[1].value<Error>().code, ErrorCode::LabInUse);
    QSignalSpy opened(&second, &LabSession::labOpened);
    second.openLabReadOnly(path("lab.shotlab"));
    QCOMPARE(opened.size(), 1);
}

void TestLabSession::damagedLabIsRescuedIntoANewOne()
{
    makeLab();
    const QString damaged = m_lab->path;
    const auto classes = lab().classes.size();
    m_session->closeLab();
    {
        QFile file(damaged);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 place = file.size() * 9 / 10;
        QVERIFY(file.seek(place));
        file.write(QByteArray(static_cast<qsizetype>(file.size() / 40), '\xA5'));
    }
    QSignalSpy failed(m_session.get(), &LabSession::labFailed);
    m_session->openLab(damaged);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.front()[1].value<Error>().code, ErrorCode::LabDamaged);

    QSignalSpy opened(m_session.get(), &LabSession::labOpened);
    const QString rescued = path("rescued.shotlab");
    m_session->rescueLab(damaged, rescued);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().front().toString(), rescued);
    QCOMPARE(lab().classes.size(), classes);
    m_session->rescueLab(damaged, rescued); // it exists by now
    QCOMPARE(failed.size(), 2);
    QCOMPARE(failed.back()[1].value<Error>().code, ErrorCode::LabExists);
}

void TestLabSession::readOnlyLabCannotBeChanged()
{
    makeLab();
    m_session->closeLab();
    m_session->openLabReadOnly(path("lab.shotlab"));
    QVERIFY(lab().readOnly);
    QSignalSpy failed(m_session.get(), &LabSession::saveFailed);
    QSignalSpy rejected(m_session.get(), &LabSession::planRejected);
    m_session->addClass(QStringLiteral("owl"));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(lab().classes.size(), std::size_t(2));
    m_session->startComparison(plan({ArmKind::Prototypes}, {Shots(1)}, 1));
    QCOMPARE(rejected.size(), 1);
}

void TestLabSession::killedEngineIsReported()
{
    EngineScript script;
    script.setWishes(QStringLiteral("die-once=") + path("died"));
    makeLab();
    QSignalSpy lost(m_session.get(), &LabSession::engineLost);
    QSignalSpy over(m_session.get(), &LabSession::comparisonFinished);
    m_session->startComparison(plan({ArmKind::Prototypes}, {Shots(1)}, 3));
    QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, support::kPatience);
    QCOMPARE(lost.size(), 1);
    QCOMPARE(lost.front().front().value<Error>().code, ErrorCode::EngineDied);
    QCOMPARE(over.front().front().value<ComparisonViewPtr>()->runsFailed, 1);
}

void TestLabSession::confirmedCardIsKept()
{
    makeLab();
    ModelCard card = lab().model->model.card;
    card.inputSize = 64;
    m_session->confirmCard(card);
    QCOMPARE(lab().model->model.card.inputSize, 64);
    m_session->undo();
    QCOMPARE(lab().model->model.card.inputSize, 32);
}

void TestLabSession::worksOnAThreadOfItsOwn()
{
    const EngineScript script;
    QThread thread;
    auto *session = new LabSession({support::fakeEngine(), path("resources"), 1});
    session->moveToThread(&thread);
    connect(&thread, &QThread::finished, session, &QObject::deleteLater);
    thread.start();
    LabViewPtr view;
    ComparisonViewPtr result;
    connect(session, &LabSession::labChanged, this, [&](const LabViewPtr &changed) { view = changed; });
    connect(session, &LabSession::comparisonFinished, this, [&](const ComparisonViewPtr &done) { result = done; });
    QMetaObject::invokeMethod(session, [&] {
        session->warmUp();
        session->createFromData(path("pets"), {}, path("lab.shotlab"));
    });
    QTRY_VERIFY_WITH_TIMEOUT(view && view->model && !view->model->layers.empty(), support::kPatience);
    const ComparisonPlan grid
        = support::planOf({ArmKind::Prototypes, ArmKind::FullFineTuning}, {Shots(1)}, 2, view->model->model.card);
    QMetaObject::invokeMethod(session, [&] { session->startComparison(grid); });
    QTRY_VERIFY_WITH_TIMEOUT(result, support::kPatience);
    QCOMPARE(result->state, ComparisonState::Finished);
    QCOMPARE(result->runsDone, 4);
    thread.quit();
    QVERIFY(thread.wait(5000));
}

QTEST_GUILESS_MAIN(TestLabSession)
#include "tst_LabSession.moc"
