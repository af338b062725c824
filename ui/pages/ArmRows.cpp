// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/ArmRows.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "pages/PageParts.h"
#include "widgets/Controls.h"
#include "widgets/Labels.h"
#include "widgets/Markers.h"

namespace shotlab::pages
{

using models::ArmListModel;
using widgets::TextSize;
using widgets::Tone;
using Column = ArmListModel::Column;

namespace
{

/// The marker of an arm as it stands in the charts.
class ArmMarker : public QWidget
{
public:
    ArmMarker() { setFixedSize(22, 22); }
    void setArm(ArmKind kind, int variant)
    {
        m_kind = kind;
        m_variant = variant;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const widgets::ArmLook look = widgets::armLook(m_kind, widgets::currentScheme(), m_variant);
        painter.setOpacity(isEnabled() ? 1.0 : 0.4);
        widgets::drawMarker(painter, look.marker, QRectF(rect()).center(), 6, look.colour, widgets::currentTokens().card);
    }

private:
    ArmKind m_kind = ArmKind::ZeroShot;
    int m_variant = 0;
};

} // namespace

/// One arm: switch, marker, name and line, draws and time.
class ArmRow : public QWidget
{
public:
    explicit ArmRow(const QModelIndex &index)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 10, 0, 10);
        row->setSpacing(12);
        m_switch = new widgets::Switch;
        row->addWidget(m_switch);
        m_marker = new ArmMarker;
        row->addWidget(m_marker);
        auto *column = new QVBoxLayout;
        column->setSpacing(1);
        m_name = widgets::label({}, TextSize::Body, Tone::Text, QFont::DemiBold);
        m_line = widgets::label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
        column->addWidget(m_name);
        column->addWidget(m_line);
        row->addLayout(column, 1);
        auto *right = new QVBoxLayout;
        right->setSpacing(1);
        m_cost = widgets::label({}, TextSize::Body, Tone::Text);
        m_cost->setAlignment(Qt::AlignRight);
        m_draws = widgets::label({}, TextSize::Secondary, Tone::Secondary);
        m_draws->setAlignment(Qt::AlignRight);
        right->addWidget(m_cost);
        right->addWidget(m_draws);
        row->addLayout(right);
        QObject::connect(m_switch, &QAbstractButton::clicked, this,
                         [model = const_cast<QAbstractItemModel *>(index.model()), at = QPersistentModelIndex(index)](bool on) {
                             model->setData(at, on, ArmListModel::OnRole);
                         });
    }

    void show(const QModelIndex &index)
    {
        const auto kind = static_cast<ArmKind>(index.data(ArmListModel::KindRole).toInt());
        const bool on = index.data(ArmListModel::OnRole).toBool();
        const QString name = index.data(Qt::DisplayRole).toString();
        m_switch->setObjectName(QStringLiteral("arm-")
                                + QString::fromUtf8(armName(kind).data(), static_cast<qsizetype>(armName(kind).size())));
        m_switch->setAccessibleName(name);
        m_switch->setChecked(on);
        int variant = 0;
        for (int row = 0; row < index.row(); ++row)
            variant += index.siblingAtRow(row).data(ArmListModel::KindRole).toInt() == static_cast<int>(kind) ? 1 : 0;
        m_marker->setArm(kind, variant);
        m_marker->setEnabled(on);
        m_name->setText(name);
        const QString reason = index.data(ArmListModel::ReasonRole).toString();
        const QString line = index.siblingAtColumn(static_cast<int>(Column::Explanation)).data().toString();
        m_switch->setAccessibleDescription(reason.isEmpty() ? line : reason);
        m_line->setText(reason.isEmpty() ? line : reason);
        widgets::setTone(m_line, reason.isEmpty() ? Tone::Secondary : Tone::Warning);
        widgets::setTone(m_name, on ? Tone::Text : Tone::Secondary);
        const bool shown = on && reason.isEmpty();
        m_cost->setText(shown ? index.siblingAtColumn(static_cast<int>(Column::Cost)).data().toString() : QString());
        m_draws->setText(shown ? index.siblingAtColumn(static_cast<int>(Column::Draws)).data().toString() : QString());
    }

private:
    widgets::Switch *m_switch = nullptr;
    ArmMarker *m_marker = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_line = nullptr;
    QLabel *m_cost = nullptr;
    QLabel *m_draws = nullptr;
};

ArmRows::ArmRows(models::ArmListModel *model, QWidget *parent) : QWidget(parent), m_model(model), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("arms"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    connect(model, &QAbstractItemModel::modelReset, this, &ArmRows::rebuild);
    connect(model, &QAbstractItemModel::dataChanged, this, &ArmRows::refresh);
    rebuild();
}

void ArmRows::rebuild()
{
    clearLayout(m_column);
    m_rows.clear();
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (i > 0)
            m_column->addWidget(widgets::divider());
        auto *row = new ArmRow(m_model->index(i, 0));
        m_column->addWidget(row);
        m_rows.push_back(row);
    }
    refresh();
}

void ArmRows::refresh()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->show(m_model->index(static_cast<int>(i), 0));
}

} // namespace shotlab::pages
