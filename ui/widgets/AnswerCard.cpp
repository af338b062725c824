// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/AnswerCard.h"

#include <algorithm>

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include "text/Sentences.h"
#include "widgets/Controls.h"
#include "widgets/ElidedLabel.h"
#include "widgets/Labels.h"
#include "widgets/Markers.h"
#include "widgets/Progress.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kBars = 3;
constexpr int kBarRow = 23;
constexpr int kBarHeight = 11;
constexpr int kNameWidth = 84; ///< of long class names; short ones take what they need
constexpr int kShareWidth = 44;
constexpr int kTileWidth = 80;
constexpr int kTileHeight = 56;
constexpr double kLeastShare = 0.5;
constexpr double kLeastLead = 0.2;

} // namespace

/// The most likely classes, one row each.
class AnswerBars : public QWidget
{
public:
    AnswerBars() { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

    void set(std::vector<AnswerCard::Guess> guesses, ArmKind kind, int variant)
    {
        guesses.resize(std::min<std::size_t>(guesses.size(), kBars));
        m_guesses = std::move(guesses);
        m_kind = kind;
        m_variant = variant;
        update();
    }

    [[nodiscard]] QSize sizeHint() const override { return {220, kBars * kBarRow}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, kBars * kBarRow}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &look = currentTokens();
        const QColor colour = armLook(m_kind, currentScheme(), m_variant).colour;
        int names = 14;
        const QFontMetrics bold(widgets::font(TextSize::Secondary, QFont::DemiBold));
        for (const AnswerCard::Guess &guess : m_guesses)
            names = std::max(names, std::min(kNameWidth, bold.horizontalAdvance(guess.name) + 2));
        for (std::size_t i = 0; i < m_guesses.size(); ++i) {
            const QRect row(0, static_cast<int>(i) * kBarRow, width(), kBarRow);
            const QFont words = widgets::font(TextSize::Secondary, i == 0 ? QFont::DemiBold : QFont::Normal);
            painter.setFont(words);
            painter.setPen(i == 0 ? look.text : look.secondary);
            painter.drawText(QRect(0, row.y(), names, kBarRow), Qt::AlignVCenter | Qt::AlignLeft,
                             QFontMetrics(words).elidedText(m_guesses[i].name, Qt::ElideRight, names));
            painter.drawText(QRect(width() - kShareWidth, row.y(), kShareWidth, kBarRow), Qt::AlignVCenter | Qt::AlignRight,
                             text::percentText(m_guesses[i].share, 0));
            const QRectF track(names + 8, row.y() + (kBarRow - kBarHeight) / 2, width() - names - kShareWidth - 14, kBarHeight);
            painter.setPen(Qt::NoPen);
            painter.setBrush(look.track);
            painter.drawRoundedRect(track, 3, 3);
            QRectF bar = track;
            bar.setWidth(std::max(2.0, track.width() * m_guesses[i].share));
            QColor fill = colour;
            if (i > 0)
                fill.setAlphaF(0.5F);
            painter.setBrush(fill);
            painter.drawRoundedRect(bar, 3, 3);
        }
    }

private:
    std::vector<AnswerCard::Guess> m_guesses;
    ArmKind m_kind = ArmKind::ZeroShot;
    int m_variant = 0;
};

/// The answer, as large as it fits.
class AnswerTile : public QWidget
{
public:
    AnswerTile() { setFixedSize(kTileWidth, kTileHeight); }

    void set(const QString &answer, bool doubted)
    {
        m_answer = answer;
        m_doubted = doubted;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_answer.isEmpty())
            return;
        const Tokens &look = currentTokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(m_doubted ? look.warningTint : look.inner);
        painter.setPen(m_doubted ? QPen(look.warning, 1.4, Qt::DashLine) : QPen(look.line, look.edge));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
        painter.setPen(look.text);
        const QRect area = rect().adjusted(5, 4, -5, -4);
        QFont words = widgets::font(TextSize::Hero, QFont::DemiBold);
        for (const TextSize size : {TextSize::Hero, TextSize::PageQuestion, TextSize::CardTitle, TextSize::Secondary, TextSize::Smallest}) {
            words = widgets::font(size, QFont::DemiBold);
            const QRect needed = QFontMetrics(words).boundingRect(area, Qt::AlignCenter | Qt::TextWordWrap, m_answer);
            if (needed.width() <= area.width() && needed.height() <= area.height())
                break;
        }
        painter.setFont(words);
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_answer);
    }

private:
    QString m_answer;
    bool m_doubted = false;
};

AnswerCard::AnswerCard(QWidget *parent) : Card({}, parent)
{
    setHeaderVisible(false);
    setFocusPolicy(Qt::StrongFocus); // so that a screen reader comes by
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_marker = new QLabel;
    head->addWidget(m_marker);
    m_name = new ElidedLabel;
    m_name->setTextFont(widgets::font(TextSize::CardTitle, QFont::DemiBold));
    head->addWidget(m_name);
    m_note = new ElidedLabel;
    m_note->setTextFont(widgets::font(TextSize::Secondary));
    m_note->setTone(Tone::Secondary);
    head->addWidget(m_note, 1);
    body()->addLayout(head);

    m_states = new QStackedWidget;
    body()->addWidget(m_states, 1);
    auto *answer = new QWidget;
    auto *row = new QHBoxLayout(answer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    m_bars = new AnswerBars;
    left->addWidget(m_bars);
    auto *doubt = new QHBoxLayout;
    doubt->setSpacing(6);
    m_doubtSymbol = new SymbolLabel(Symbol::Info, Ink::Warning, 15);
    doubt->addWidget(m_doubtSymbol);
    m_doubt = label(tr("would not bet on it"), TextSize::Smallest, Tone::Warning);
    doubt->addWidget(m_doubt, 1);
    left->addLayout(doubt);
    left->addStretch(1);
    row->addLayout(left, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(4);
    m_tile = new AnswerTile;
    right->addWidget(m_tile);
    m_verdict = label({}, TextSize::Smallest, Tone::Secondary);
    m_verdict->setAlignment(Qt::AlignHCenter);
    m_verdict->setFixedWidth(kTileWidth);
    right->addWidget(m_verdict);
    right->addStretch(1);
    row->addLayout(right, 0);
    m_states->addWidget(answer);

    auto *unprepared = new QWidget;
    auto *lines = new QVBoxLayout(unprepared);
    lines->setContentsMargins(0, 0, 0, 0);
    m_sentence = label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    lines->addWidget(m_sentence);
    m_prepare = new Button(Button::Look::Small, Symbol::Retry, {});
    m_prepare->setObjectName(QStringLiteral("prepare"));
    lines->addWidget(m_prepare, 0, Qt::AlignLeft);
    lines->addStretch(1);
    connect(m_prepare, &QAbstractButton::clicked, this, &AnswerCard::prepareClicked);
    m_states->addWidget(unprepared);

    auto *preparing = new QWidget;
    auto *work = new QVBoxLayout(preparing);
    work->setContentsMargins(0, 0, 0, 0);
    m_preparing = label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    work->addWidget(m_preparing);
    m_progress = new ProgressBar;
    work->addWidget(m_progress);
    m_stop = new Button(Button::Look::Small, Symbol::Stop, tr("Stop"));
    m_stop->setObjectName(QStringLiteral("stopPreparing"));
    work->addWidget(m_stop, 0, Qt::AlignLeft);
    work->addStretch(1);
    connect(m_stop, &QAbstractButton::clicked, this, &AnswerCard::stopClicked);
    m_states->addWidget(preparing);
    setNothing();
}

bool AnswerCard::wouldBet(const std::vector<Guess> &guesses)
{
    const double best = guesses.empty() ? 0 : guesses[0].share;
    const double next = guesses.size() < 2 ? 0 : guesses[1].share;
    return best >= kLeastShare && best - next >= kLeastLead;
}

void AnswerCard::setMethod(ArmKind kind, int variant, const QString &title, const QString &note)
{
    m_kind = kind;
    m_variant = variant;
    m_method = title;
    m_marker->setPixmap(armIcon(kind, variant).pixmap(16, 16));
    m_name->setText(title);
    m_note->setText(note);
}

void AnswerCard::setAnswer(const std::vector<Guess> &guesses, bool differs)
{
    const bool bets = wouldBet(guesses);
    const QString answer = guesses.empty() ? QString() : guesses.front().name;
    m_bars->set(guesses, m_kind, m_variant);
    m_tile->set(answer, !bets);
    m_doubtSymbol->setVisible(!bets);
    m_doubt->setVisible(!bets);
    m_doubt->setText(tr("would not bet on it"));
    m_verdict->setText(differs ? tr("differs") : tr("agrees"));
    m_verdict->show();
    m_states->setCurrentIndex(0);
    QString spoken = tr("%1: %2, %3").arg(m_method, answer, text::percentText(guesses.empty() ? 0 : guesses.front().share, 0));
    if (!bets)
        spoken = tr("%1, would not bet on it").arg(spoken);
    speak(spoken);
}

void AnswerCard::setNothing()
{
    m_bars->set({}, m_kind, m_variant);
    m_tile->set({}, false);
    m_doubtSymbol->hide();
    m_doubt->hide();
    m_verdict->hide();
    m_states->setCurrentIndex(0);
    speak(m_method);
}

void AnswerCard::setTrouble(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_prepare->hide();
    m_states->setCurrentIndex(1);
    speak(tr("%1: %2").arg(m_method, sentence));
}

void AnswerCard::setUnprepared(const QString &sentence, const QString &button, bool enabled)
{
    m_sentence->setText(sentence);
    m_prepare->setText(button);
    m_prepare->setEnabled(enabled);
    m_prepare->show();
    m_prepare->setAccessibleName(tr("%1: %2").arg(m_method, button));
    m_states->setCurrentIndex(1);
    speak(tr("%1: %2").arg(m_method, sentence));
}

void AnswerCard::setPreparing(const QString &sentence, double share)
{
    m_preparing->setText(sentence);
    m_progress->setValue(share);
    m_progress->setAccessibleName(sentence);
    m_stop->setAccessibleName(tr("Stop preparing: %1").arg(m_method));
    m_states->setCurrentIndex(2);
    speak(tr("%1: %2").arg(m_method, sentence));
}

void AnswerCard::speak(const QString &what)
{
    if (what == accessibleName())
        return;
    setAccessibleName(what);
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace shotlab::widgets
