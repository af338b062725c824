// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

#include "widgets/Stepper.h"
#include "widgets/Theme.h"

using namespace shotlab::widgets;

class TestStepper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light); }
    void statesFollowTheCurrentStep();
    void stepsAreButtons();
    void unreachableStepsStayShut();
    void shortStepsKeepTheirNames();
};

namespace
{

QStringList titles()
{
    return {QStringLiteral("Model"), QStringLiteral("Data"), QStringLiteral("Compare"), QStringLiteral("Results")};
}

} // namespace

void TestStepper::statesFollowTheCurrentStep()
{
    Stepper stepper(titles());
    QCOMPARE(stepper.count(), 4);
    QCOMPARE(stepper.state(0), StepState::Current);
    stepper.setCurrent(2);
    QCOMPARE(stepper.state(1), StepState::Done);
    QCOMPARE(stepper.state(2), StepState::Current);
    QCOMPARE(stepper.state(3), StepState::Upcoming);
    QCOMPARE(stepper.button(2)->accessibleName(), QStringLiteral("Step 3, Compare, current step"));
    QCOMPARE(stepper.button(0)->accessibleName(), QStringLiteral("Step 1, Model, done"));
    stepper.setState(3, StepState::Done);
    QCOMPARE(stepper.state(3), StepState::Done);
    QVERIFY(!stepper.grab().isNull());
}

void TestStepper::shortStepsKeepTheirNames()
{
    Stepper stepper(titles());
    const int whole = stepper.sizeHint().width();
    stepper.setShort(true);
    QVERIFY(stepper.isShort());
    QVERIFY2(stepper.sizeHint().width() < 200, qPrintable(QString::number(stepper.sizeHint().width())));
    QCOMPARE(stepper.button(0)->accessibleName(), QStringLiteral("Step 1, Model, current step"));
    QCOMPARE(stepper.button(2)->toolTip(), QStringLiteral("Compare"));
    stepper.setShort(false);
    QCOMPARE(stepper.sizeHint().width(), whole);
    QVERIFY(stepper.button(2)->toolTip().isEmpty());
}

void TestStepper::stepsAreButtons()
{
    Stepper stepper(titles());
    QSignalSpy chosen(&stepper, &Stepper::stepChosen);
    QTest::keyClick(stepper.button(1), Qt::Key_Space);
    QTest::mouseClick(stepper.button(3), Qt::LeftButton);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.at(0).at(0).toInt(), 1);
    QCOMPARE(chosen.at(1).at(0).toInt(), 3);
    QCOMPARE(stepper.button(1)->focusPolicy(), Qt::StrongFocus);
}

void TestStepper::unreachableStepsStayShut()
{
    Stepper stepper(titles());
    stepper.setReachable(3, false);
    QSignalSpy chosen(&stepper, &Stepper::stepChosen);
    QTest::mouseClick(stepper.button(3), Qt::LeftButton);
    QCOMPARE(chosen.count(), 0);
}

QTEST_MAIN(TestStepper)
#include "tst_Stepper.moc"
