// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/RecentLabs.h"

#include <QAbstractButton>
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include "models/RecentLabsModel.h"
#include "pages/Mosaic.h"
#include "pages/PageParts.h"
#include "text/Phrases.h"
#include "widgets/Controls.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Labels.h"
#include "widgets/Scrolling.h"

namespace shotlab::pages
{

using models::RecentLabsModel;
using widgets::TextSize;
using widgets::Tone;

namespace
{

constexpr int kPicture = 48;

/// One lab: picture, title, date, finding; the whole row is the button.
class RecentRow : public QAbstractButton
{
public:
    /// missingText: what stands in place of the date when the file is not where it was.
    RecentRow(const QModelIndex &index, const QString &missingText)
    {
        setObjectName(QStringLiteral("recent-%1").arg(index.row()));
        setAccessibleName(index.data(Qt::DisplayRole).toString());
        setToolTip(index.data(Qt::ToolTipRole).toString());
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);

        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(4, 10, 4, 10);
        row->setSpacing(12);
        auto *picture = new Mosaic(1);
        picture->setFixedSize(kPicture, kPicture);
        picture->setPlaceholder(widgets::Symbol::Shotlab);
        picture->setPictures({index.data(RecentLabsModel::PictureRole).value<QImage>()});
        row->addWidget(picture, 0, Qt::AlignTop);
        auto *column = new QVBoxLayout;
        column->setSpacing(2);
        auto *title = new widgets::ElidedLabel(index.data(Qt::DisplayRole).toString());
        title->setTextFont(widgets::font(TextSize::Body, QFont::DemiBold));
        column->addWidget(title);
        const bool missing = index.data(RecentLabsModel::MissingRole).toBool();
        const QString when = index.data(RecentLabsModel::WhenRole).toString();
        column->addWidget(widgets::label(missing ? missingText : when, TextSize::Smallest,
                                         missing ? Tone::Warning : Tone::Secondary, QFont::Normal, true));
        const QString finding = index.data(RecentLabsModel::FindingRole).toString();
        setAccessibleDescription(missing ? missingText : text::sentencesText({when, finding}));
        if (!finding.isEmpty())
            column->addWidget(widgets::label(finding, TextSize::Secondary, Tone::Secondary, QFont::Normal, true));
        column->addStretch(1);
        row->addLayout(column, 1);
        for (QWidget *child : findChildren<QWidget *>())
            child->setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    [[nodiscard]] QSize sizeHint() const override { return layout()->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override { return layout()->minimumSize(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return layout()->hasHeightForWidth(); }
    [[nodiscard]] int heightForWidth(int width) const override { return layout()->heightForWidth(width); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() || isDown()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(widgets::currentTokens().inner);
            painter.drawRoundedRect(rect().adjusted(0, 1, 0, -1), 6, 6);
        }
    }
    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }
};

} // namespace

RecentLabs::RecentLabs(QAbstractItemModel *model, QWidget *parent) : Card(tr("Recent labs"), parent), m_model(model)
{
    setObjectName(QStringLiteral("recentLabs"));
    auto *content = new QWidget;
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    body()->addWidget(widgets::fittingScroll(content));

    auto *open = new widgets::Button(widgets::Button::Look::Link, widgets::Symbol::OpenFile, tr("Open a lab file…"));
    open->setObjectName(QStringLiteral("openLabFile"));
    connect(open, &QAbstractButton::clicked, this, &RecentLabs::chooseRequested);
    body()->addWidget(widgets::divider());
    body()->addWidget(open, 0, Qt::AlignLeft);

    connect(model, &QAbstractItemModel::rowsInserted, this, &RecentLabs::rebuild);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RecentLabs::rebuild);
    connect(model, &QAbstractItemModel::modelReset, this, &RecentLabs::rebuild);
    connect(model, &QAbstractItemModel::dataChanged, this, &RecentLabs::rebuild);
    rebuild();
}

void RecentLabs::rebuild()
{
    clearLayout(m_rows);
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex index = m_model->index(i, 0);
        if (i > 0)
            m_rows->addWidget(widgets::divider());
        auto *row = new RecentRow(index, tr("No longer where it was. Click to say where it is now."));
        const QString path = index.data(RecentLabsModel::PathRole).toString();
        const bool missing = index.data(RecentLabsModel::MissingRole).toBool();
        connect(row, &QAbstractButton::clicked, this, [this, path, missing] {
            if (missing)
                Q_EMIT locateRequested(path);
            else
                Q_EMIT openRequested(path);
        });
        auto *forget = new QAction(tr("Take out of this list"), row);
        connect(forget, &QAction::triggered, this, [this, path] { Q_EMIT forgetRequested(path); });
        forget->setShortcut(QKeySequence::Delete);
        forget->setShortcutContext(Qt::WidgetShortcut);
        row->addAction(forget);
        row->setContextMenuPolicy(Qt::ActionsContextMenu);
        m_rows->addWidget(row);
    }
    if (m_model->rowCount() == 0) {
        m_rows->addWidget(
            widgets::label(tr("Labs that you open are listed here. A lab is one file that holds your classes, your examples "
                              "and every result."),
                           TextSize::Secondary, Tone::Secondary, QFont::Normal, true));
    }
}

} // namespace shotlab::pages
