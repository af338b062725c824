// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QSpinBox>
#include <QTest>

#include "SampleViews.h"
#include "importer/Importer.h"
#include "models/LayerTreeModel.h"
#include "models/SampleListModel.h"
#include "pages/LayerCard.h"
#include "pages/ModelPage.h"
#include "widgets/Controls.h"

using namespace shotlab;

class TestModelPage : public QObject
{
    Q_OBJECT

    test::RecordingCommands m_commands;
    models::SampleListModel m_samples;

    template<typename T> static T *child(const QWidget &page, const char *name)
    {
        return page.findChild<T *>(QLatin1String(name));
    }

private Q_SLOTS:
    void init() { m_commands.calls.clear(); }

    void marksTheLabsModelAndAsksForAnother()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::ModelPage page(workspace, &m_samples, importer::resourceFolder());
        workspace.takeLab(test::sampleLab());
        auto *glyphnet = child<QAbstractButton>(page, "choose-glyphnet");
        auto *photographs = child<QAbstractButton>(page, "choose-efficientnet-lite0");
        QVERIFY(glyphnet != nullptr && photographs != nullptr);
        QVERIFY(glyphnet->isChecked());
        QVERIFY(!photographs->isChecked());
        photographs->click();
        QVERIFY(m_commands.has("chooseModel efficientnet-lite0"));
    }

    void aRefusedFileLeavesTheOldModelAndASentence()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::ModelPage page(workspace, &m_samples, importer::resourceFolder());
        workspace.takeLab(test::sampleLab());
        Q_EMIT workspace.modelFailed(QStringLiteral("/tmp/a.pt"), Error {ErrorCode::ModelNotAModel, {"/tmp/a.pt", "html"}, {}});
        QVERIFY(!child<QWidget>(page, "modelTrouble")->isHidden());
        QVERIFY(child<QAbstractButton>(page, "choose-glyphnet")->isChecked());
    }

    void presetsMoveTheCut()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::ModelPage page(workspace, &m_samples, importer::resourceFolder());
        workspace.takeLab(test::sampleLab());
        auto *card = child<pages::LayerCard>(page, "layerCard");
        auto *presets = child<widgets::SegmentedControl>(page, "layerPresets");
        QCOMPARE(presets->currentIndex(), 1);
        QCOMPARE(card->model().cut(), 2);
        presets->segment(0)->click();
        QVERIFY(workspace.draft().layers().learning.empty());
        presets->segment(2)->click();
        QCOMPARE(card->model().cut(), 0);
        QCOMPARE(presets->currentIndex(), 2);
        child<QAbstractButton>(page, "suggestedCut")->click();
        QCOMPARE(workspace.draft().layers(), (LayerMap {{"stage2", "summary"}}));
        QCOMPARE(presets->currentIndex(), 1);
    }

    void movingTheCutChangesTheNextRun()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::ModelPage page(workspace, &m_samples, importer::resourceFolder());
        workspace.takeLab(test::sampleLab());
        child<pages::LayerCard>(page, "layerCard")->model().moveCutTo(3);
        QCOMPARE(workspace.draft().layers(), (LayerMap {{"summary"}}));
    }

    void anUnconfirmedCardIsAskedFor()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::ModelPage page(workspace, &m_samples, importer::resourceFolder());
        auto *form = child<QWidget>(page, "cardForm");
        workspace.takeLab(test::sampleLab());
        QVERIFY(form->isHidden());
        auto lab = test::sampleLab();
        lab->model->model.bundled = false;
        lab->model->model.path = "/models/mine.pt";
        lab->model->model.hash = "other";
        lab->model->model.card = guessedModelCard("mine", 3, 224, 20);
        workspace.takeLab(lab);
        QVERIFY(!form->isHidden());
        QVERIFY(child<QAbstractButton>(page, "choose-/models/mine.pt")->isChecked());
        child<QSpinBox>(page, "cardSize")->setValue(96);
        child<QAbstractButton>(page, "cardConfirm")->click();
        QVERIFY(m_commands.has("confirmCard 96"));
    }
};

QTEST_MAIN(TestModelPage)
#include "tst_ModelPage.moc"
