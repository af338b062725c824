// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSignalSpy>
#include <QTest>

#include "SampleViews.h"
#include "models/LayerTreeModel.h"
#include "pages/LayerTreeView.h"

using namespace shotlab;
using models::LayerTreeModel;
using pages::LayerTreeView;
using Column = LayerTreeModel::Column;

class TestLayerTreeView : public QObject
{
    Q_OBJECT

    LayerTreeModel m_model;
    std::unique_ptr<LayerTreeView> m_view;

    void click(const QModelIndex &index)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(index).center());
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("QModelIndex|QAbstractItem|QObject")));
        m_model.setCutRowShown(true);
        m_model.setNetwork(test::sampleModel(), 3);
        m_model.setLayers(LayerMap {{"stage2", "summary"}});
        m_view = std::make_unique<LayerTreeView>(&m_model, false);
        m_view->resize(600, 420);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void aClickOnTheStateSwitchesTheLayer()
    {
        click(m_model.index(0, static_cast<int>(Column::State)));
        QVERIFY(m_model.layers().learns("stem"));
        click(m_model.index(0, static_cast<int>(Column::State)));
        QVERIFY(!m_model.layers().learns("stem"));
    }

    void aClickOnTheNameDoesNot()
    {
        click(m_model.index(0, static_cast<int>(Column::Name)));
        QVERIFY(!m_model.layers().learns("stem"));
    }

    void theCutIsDragged()
    {
        const QPoint from = m_view->visualRect(m_view->cutIndex()).center();
        const QPoint to(from.x(), m_view->visualRect(m_model.index(0, 0)).center().y() + 4);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view->viewport(), to);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(m_model.cut(), 1);
        QCOMPARE(m_view->cutIndex().row(), 1);
    }

    void theCutMovesWithTheKeys()
    {
        m_view->setFocus();
        m_view->setCurrentIndex(m_view->cutIndex());
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(m_model.cut(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_model.cut(), 3);
        QTest::keyClick(m_view.get(), Qt::Key_Left); // leaves the cut upwards
        QCOMPARE(m_view->currentIndex().data(LayerTreeModel::PathRole).toString(), QStringLiteral("stage2"));
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QVERIFY(m_model.layers().learns("stage2"));
    }
};

QTEST_MAIN(TestLayerTreeView)
#include "tst_LayerTreeView.moc"
