// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "SampleViews.h"
#include "pages/ComparePage.h"

using namespace shotlab;

class TestComparePage : public QObject
{
    Q_OBJECT

    test::RecordingCommands m_commands;

    static bool hasText(const QWidget &page, const char *name, const QString &part)
    {
        const QList<QLabel *> labels = page.findChild<QWidget *>(QLatin1String(name))->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisibleTo(&page) && label->text().contains(part); });
    }
    static QAbstractButton *button(const QWidget &page, const char *name)
    {
        return page.findChild<QAbstractButton *>(QLatin1String(name));
    }

private Q_SLOTS:
    void switchesChangeThePlan()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::ComparePage page(workspace);
        workspace.takeLab(test::sampleLab());
        auto *prototypes = button(page, "arm-prototypes");
        QVERIFY(prototypes->isChecked());
        QVERIFY(!prototypes->accessibleName().isEmpty());
        const std::size_t before = workspace.draft().plan().arms.size();
        QTest::mouseClick(prototypes, Qt::LeftButton);
        QCOMPARE(workspace.draft().plan().arms.size(), before - 1);
        QTest::keyClick(prototypes, Qt::Key_Space);
        QCOMPARE(workspace.draft().plan().arms.size(), before);
    }

    void chipsChooseK()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::ComparePage page(workspace);
        workspace.takeLab(test::sampleLab(8));
        QVERIFY(button(page, "k-5")->isChecked());
        QVERIFY(!button(page, "k-10")->isEnabled()); // only 8 for learning
        button(page, "k-5")->click();
        QVERIFY(!button(page, "k-5")->isChecked());
        auto *more = page.findChild<QLineEdit *>(QStringLiteral("moreShots"));
        QTest::keyClicks(more, QStringLiteral("7"));
        QTest::keyClick(more, Qt::Key_Return);
        QVERIFY(button(page, "k-7") != nullptr && button(page, "k-7")->isChecked());
    }

    void viewsAreAskedForTheWholeComparison()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::ComparePage page(workspace);
        workspace.takeLab(test::sampleLab());
        QVERIFY(!button(page, "views")->isChecked());
        button(page, "views")->click();
        QCOMPARE(workspace.draft().plan().views, 4);
        button(page, "views")->click();
        QCOMPARE(workspace.draft().plan().views, 1);
        auto sentences = test::sampleLab();
        sentences->model->model.card.modality = Modality::Text;
        workspace.takeLab(sentences);
        QVERIFY(page.findChild<QWidget *>(QStringLiteral("views"))->parentWidget()->isHidden());
    }

    void namesMayCountAsOneMoreExample()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::ComparePage page(workspace);
        workspace.takeLab(test::sampleLab());
        const auto *row = page.findChild<QWidget *>(QStringLiteral("mixNamesIn"))->parentWidget();
        QVERIFY(row->isHidden()); // pictures do not resemble their names
        auto sentences = test::sampleLab();
        sentences->model->model.card.modality = Modality::Text;
        sentences->model->model.card.recipe = "sentences";
        sentences->model->model.hash = "another model";
        workspace.takeLab(sentences);
        QVERIFY(!row->isHidden());
        const auto weight = [&workspace] {
            const ComparisonPlan plan = workspace.draft().plan();
            return number(std::find_if(plan.arms.begin(), plan.arms.end(), [](const Arm &arm) { return arm.kind == ArmKind::Prototypes; })->settings,
                          "name-weight", -1);
        };
        QCOMPARE(weight(), 0.0);
        button(page, "mixNamesIn")->click();
        QCOMPARE(weight(), 1.0);
        for (const char *few : {"k-1", "k-2"})
            button(page, few)->click();
        QVERIFY(row->isHidden()); // with more examples it helps little
    }

    void tellsTheTime()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::ComparePage page(workspace);
        workspace.takeLab(test::sampleLab());
        QTRY_VERIFY(m_commands.lastToken > 0);
        runner::PlanEstimate estimate;
        estimate.seconds = 20;
        estimate.runs = 60;
        estimate.alreadyDone = 10;
        estimate.measured = true;
        workspace.takeEstimate(m_commands.lastToken, estimate);
        QVERIFY(hasText(page, "estimateCard", QStringLiteral("20")));
        QVERIFY(hasText(page, "estimateCard", QStringLiteral("50")));
    }

    void saysWhyNothingCanRun()
    {
        models::Workspace workspace(m_commands, test::planFor);
        const pages::ComparePage page(workspace);
        auto lab = test::sampleLab();
        lab->classes.resize(1);
        workspace.takeLab(lab);
        QVERIFY(hasText(page, "estimateCard", QStringLiteral("Two classes")));
        Q_EMIT workspace.planRejected(Error {ErrorCode::NothingToRun, {}, {}});
        QVERIFY(!page.findChild<QWidget *>(QStringLiteral("compareTrouble"))->isHidden());
    }
};

QTEST_MAIN(TestComparePage)
#include "tst_ComparePage.moc"
