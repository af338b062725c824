// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/Controls.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kSegmentHeight = 26;
constexpr int kSegmentPadding = 14;
constexpr int kChipHeight = 30;
constexpr int kSwitchWidth = 36;
constexpr int kSwitchHeight = 20;

/// One alternative; the control behind draws the trough.
class Segment : public QAbstractButton
{
public:
    explicit Segment(const QString &text, QWidget *parent) : QAbstractButton(parent)
    {
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setCursor(Qt::PointingHandCursor);
        setFont(widgets::font(TextSize::Secondary, QFont::Medium));
        setFocusPolicy(Qt::StrongFocus);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics bold(widgets::font(TextSize::Secondary, QFont::DemiBold));
        return {bold.horizontalAdvance(text()) + 2 * kSegmentPadding, kSegmentHeight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = currentTokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked()) {
            painter.setPen(t.line);
            painter.setBrush(t.card);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
        painter.setFont(widgets::font(TextSize::Secondary, isChecked() ? QFont::DemiBold : QFont::Medium));
        painter.setPen(isEnabled() ? (isChecked() ? t.text : t.secondary) : t.faint);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

/// The trough, and the layout around it.
class Trough : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(currentTokens().inner);
        painter.drawRoundedRect(rect(), 7, 7);
    }
};

} // namespace

SegmentedControl::SegmentedControl(const QStringList &titles, QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *trough = new Trough(this);
    outer->addWidget(trough);
    auto *row = new QHBoxLayout(trough);
    row->setContentsMargins(3, 3, 3, 3);
    row->setSpacing(2);
    m_group->setExclusive(true);
    for (int index = 0; index < titles.size(); ++index) {
        auto *segment = new Segment(titles.at(index), trough);
        m_group->addButton(segment, index);
        row->addWidget(segment);
    }
    if (!titles.isEmpty())
        m_group->button(0)->setChecked(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    // idClicked covers the pointer and Space; arrow keys move the check without a click.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked && !m_silent)
            Q_EMIT currentChanged(id);
    });
}

int SegmentedControl::currentIndex() const { return m_group->checkedId(); }

void SegmentedControl::setCurrentIndex(int index)
{
    if (QAbstractButton *button = m_group->button(index)) {
        m_silent = true;
        button->setChecked(true);
        m_silent = false;
    }
}

QAbstractButton *SegmentedControl::segment(int index) const { return m_group->button(index); }

Chip::Chip(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setFont(widgets::font(TextSize::Body, QFont::Medium));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Chip::sizeHint() const { return {std::max(fontMetrics().horizontalAdvance(text()) + 26, 40), kChipHeight}; }

void Chip::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    const bool on = isChecked();
    QColor ink = on ? t.accent : t.secondary;
    QColor fill = on ? t.tint : (underMouse() ? t.inner : t.card);
    QColor line = on ? t.accent : t.controlLine;
    if (!isEnabled()) { // still shows what is on
        ink = on ? t.secondary : t.faint;
        fill = on ? t.track : t.card;
        line = on ? t.track : t.controlLine;
    }
    painter.setPen(QPen(line, on ? 1.5 : 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(ink);
    painter.setFont(widgets::font(TextSize::Body, isChecked() ? QFont::DemiBold : QFont::Medium));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

Switch::Switch(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Switch::sizeHint() const { return {kSwitchWidth, kSwitchHeight}; }

void Switch::paintEvent(QPaintEvent *)
{
    const Tokens &t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track = QRectF(0, (height() - kSwitchHeight) / 2.0, kSwitchWidth, kSwitchHeight);
    const bool on = isChecked();
    painter.setPen(Qt::NoPen);
    painter.setBrush(!isEnabled() ? t.track : (on ? t.accent : t.faint));
    painter.drawRoundedRect(track, kSwitchHeight / 2.0, kSwitchHeight / 2.0);
    const double radius = kSwitchHeight / 2.0 - 3;
    const double x = on ? track.right() - kSwitchHeight / 2.0 : track.left() + kSwitchHeight / 2.0;
    painter.setBrush(on ? t.onAccent : t.card);
    painter.drawEllipse(QPointF(x, track.center().y()), radius, radius);
}

} // namespace shotlab::widgets
