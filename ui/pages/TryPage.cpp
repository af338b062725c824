// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/TryPage.h"

#include <algorithm>

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include "models/ChartFeed.h"
#include "models/LabCommands.h"
#include "pages/Measures.h"
#include "pages/PageParts.h"
#include "pages/TryInput.h"
#include "text/Sentences.h"
#include "widgets/AnswerCard.h"
#include "widgets/Card.h"
#include "widgets/Controls.h"
#include "widgets/Labels.h"
#include "widgets/Scrolling.h"

namespace shotlab::pages
{

using models::Trial;
using runner::AnswersView;
using widgets::AnswerCard;
using widgets::Button;
using widgets::TextSize;
using widgets::Tone;

namespace
{

constexpr int kInputColumn = 430;
constexpr int kNarrowInputColumn = 340;

std::vector<AnswerCard::Guess> guessesOf(const AnswersView::Method &method, const QStringList &names)
{
    std::vector<AnswerCard::Guess> guesses;
    for (std::size_t c = 0; c < method.probabilities.size() && static_cast<qsizetype>(c) < names.size(); ++c)
        guesses.push_back({names[static_cast<qsizetype>(c)], method.probabilities[c]});
    std::stable_sort(guesses.begin(), guesses.end(), [](const auto &a, const auto &b) { return a.share > b.share; });
    return guesses;
}

int answerOf(const AnswersView::Method &method)
{
    const auto best = std::max_element(method.probabilities.begin(), method.probabilities.end());
    return best == method.probabilities.end() ? -1 : static_cast<int>(best - method.probabilities.begin());
}

} // namespace

TryPage::TryPage(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_trial(workspace.trial())
{
    setAcceptDrops(true);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    columns->setSpacing(kGap);
    m_left = new QWidget;
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(kGap);
    m_input = new TryInput(workspace);
    left->addWidget(m_input, 1);
    left->addWidget(newGiving());
    columns->addWidget(m_left);

    auto *right = new QVBoxLayout;
    right->setSpacing(kGap);
    right->addWidget(newHeader());
    auto *answers = new QWidget;
    m_grid = new QGridLayout(answers);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kGap);
    m_shows = new widgets::Card(tr("What this shows"), answers);
    m_shows->setObjectName(QStringLiteral("tryShows"));
    m_shows->setKind(widgets::Card::Kind::Tinted);
    m_shows->addLeadingSymbol(widgets::Symbol::Findings, widgets::Ink::Accent);
    m_showsWords = widgets::label({}, TextSize::Secondary, Tone::Text, QFont::Normal, true);
    m_showsWords->setObjectName(QStringLiteral("tryFinding"));
    m_shows->body()->addWidget(m_showsWords);
    m_shows->body()->addStretch(1);
    right->addWidget(widgets::scrolling(answers), 1);
    columns->addLayout(right, 1);

    auto *pasting = new QShortcut(QKeySequence::Paste, this);
    pasting->setContext(Qt::WidgetWithChildrenShortcut);
    connect(pasting, &QShortcut::activated, this, [this] { m_input->show(QApplication::clipboard()->mimeData()); });
    connect(&workspace, &models::Workspace::labChanged, this, &TryPage::refresh);
    connect(&workspace, &models::Workspace::comparisonChanged, this, &TryPage::refresh);
    connect(&m_trial, &Trial::changed, this, &TryPage::refresh);
    refresh();
}

QWidget *TryPage::newGiving()
{
    m_giving = new widgets::Card;
    m_giving->setObjectName(QStringLiteral("giving"));
    m_giving->setHeaderVisible(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(widgets::label(tr("What is it? Give it to its class as one more example."), TextSize::Secondary, Tone::Text,
                                  QFont::Normal, true),
                   1);
    m_give = new Button(Button::Look::SmallPrimary, widgets::Symbol::Plus, {});
    m_give->setObjectName(QStringLiteral("give"));
    connect(m_give, &QAbstractButton::clicked, this, [this] { giveTo(mostSaid()); });
    row->addWidget(m_give);
    m_giveOther = new Button(Button::Look::Small, tr("Other"));
    m_giveOther->setObjectName(QStringLiteral("giveOther"));
    m_giveOther->setToolTip(tr("Add it to another class"));
    m_giveMenu = new QMenu(m_giveOther);
    connect(m_giveMenu, &QMenu::aboutToShow, this, [this] {
        m_giveMenu->clear();
        const QStringList names = classNames();
        for (int c = 0; c < names.size(); ++c)
            connect(m_giveMenu->addAction(names[c]), &QAction::triggered, this, [this, c] { giveTo(c); });
    });
    m_giveOther->setMenu(m_giveMenu);
    row->addWidget(m_giveOther);
    m_giving->body()->addLayout(row);
    return m_giving;
}

QWidget *TryPage::newHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(2, 0, 0, 0);
    row->setSpacing(12);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_headline = widgets::label({}, TextSize::PageQuestion, Tone::Text, QFont::DemiBold, true);
    m_headline->setObjectName(QStringLiteral("tryHeadline"));
    words->addWidget(m_headline);
    m_howMany = widgets::label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    m_howMany->setObjectName(QStringLiteral("tryHowMany"));
    words->addWidget(m_howMany);
    row->addLayout(words, 1);
    m_shotsRow = new QWidget;
    auto *shots = new QHBoxLayout(m_shotsRow);
    shots->setContentsMargins(0, 0, 0, 0);
    shots->setSpacing(8);
    shots->addWidget(widgets::label(tr("Learnt from k ="), TextSize::Secondary, Tone::Secondary));
    row->addWidget(m_shotsRow, 0, Qt::AlignTop);
    return header;
}

QStringList TryPage::classNames() const
{
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    return comparison ? models::classTitles(comparison->comparison.classes) : QStringList();
}

void TryPage::refresh()
{
    refreshShots();
    refreshCards();
    refreshWords();
    refreshGiving();
}

void TryPage::refreshShots()
{
    if (m_shots == nullptr || m_shotsShown != m_trial.choices()) {
        m_shotsShown = m_trial.choices();
        if (m_shots != nullptr) {
            m_shots->hide();
            m_shots->deleteLater();
        }
        QStringList titles;
        for (const Shots shots : m_shotsShown)
            titles << text::shotsTick(shots);
        m_shots = new widgets::SegmentedControl(titles);
        m_shots->setObjectName(QStringLiteral("tryShots"));
        m_shots->setAccessibleName(tr("Examples per class that the methods have learnt from"));
        connect(m_shots, &widgets::SegmentedControl::currentChanged, this, [this](int index) {
            m_trial.setShots(m_shotsShown[static_cast<std::size_t>(index)]);
        });
        m_shotsRow->layout()->addWidget(m_shots);
    }
    m_shotsRow->setVisible(!m_shotsShown.empty() && m_shotsShown.front() > Shots(0));
    const auto at = std::find(m_shotsShown.begin(), m_shotsShown.end(), m_trial.shots());
    if (at != m_shotsShown.end())
        m_shots->setCurrentIndex(static_cast<int>(at - m_shotsShown.begin()));
}

QString TryPage::noteOf(const AnswersView::Method &method) const
{
    const ArmKind kind = m_workspace.comparison()->comparison.arms()[static_cast<std::size_t>(method.arm)].kind;
    return usesExamples(kind) ? text::shotsText(m_trial.shots()) : tr("knows only the names");
}

void TryPage::refreshCards()
{
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    std::vector<AnswersView::Method> methods;
    if (m_trial.answers()) {
        methods = m_trial.answers()->methods;
    } else if (comparison && m_trial.state() == Trial::State::Ready) {
        const std::vector<Arm> &arms = comparison->comparison.arms();
        for (std::size_t arm = 0; arm < arms.size(); ++arm) {
            if (!isFloor(arms[arm].kind))
                methods.push_back({static_cast<int>(arm), true});
        }
    }
    std::erase_if(m_cards, [&](const auto &entry) {
        if (std::any_of(methods.begin(), methods.end(), [&](const auto &method) { return method.arm == entry.first; }))
            return false;
        entry.second->hide();
        entry.second->deleteLater();
        return true;
    });
    bool added = false;
    const QStringList names = classNames();
    const int most = mostSaid();
    for (const AnswersView::Method &method : methods) {
        AnswerCard *&card = m_cards[method.arm];
        const std::vector<Arm> &arms = comparison->comparison.arms();
        const Arm &arm = arms[static_cast<std::size_t>(method.arm)];
        if (card == nullptr) {
            card = new AnswerCard(m_grid->parentWidget());
            card->setObjectName(QStringLiteral("answer-") + QString::fromUtf8(armName(arm.kind).data()));
            connect(card, &AnswerCard::prepareClicked, this, [this, number = method.arm] { m_trial.prepare(number); });
            connect(card, &AnswerCard::stopClicked, this, [this] { m_trial.stopPreparing(); });
            added = true;
        }
        card->setMethod(arm.kind, models::armVariant(arms, method.arm), models::armTitle(*comparison, method.arm, m_workspace.tree()),
                        noteOf(method));
        const std::optional<runner::PreparationView> &preparation = m_trial.preparation();
        if (preparation && preparation->arm == method.arm && preparation->shots == m_trial.shots()) {
            const double share = preparation->total > 0 ? static_cast<double>(preparation->done) / preparation->total : 0;
            card->setPreparing(preparation->passingFeatures ? tr("Looking at the examples …") : tr("Training again from its seed …"), share);
        } else if (const auto trouble = m_trial.troubleOf(method.arm)) {
            card->setTrouble(text::errorSentence(*trouble));
        } else if (method.error) {
            card->setTrouble(text::errorSentence(*method.error));
        } else if (!method.ready) {
            const bool running = m_workspace.isRunning();
            card->setUnprepared(running ? tr("Its weights are not kept. Once the comparison is over it can be trained again from its seed.")
                                        : tr("Its weights are not kept. Trained again from its seed it is the same."),
                                tr("Prepare · %1").arg(text::aboutDurationText(method.seconds)), !running && !preparation);
        } else if (method.probabilities.empty()) {
            card->setNothing();
        } else {
            card->setAnswer(guessesOf(method, names), most >= 0 && answerOf(method) != most);
        }
    }
    if (added || m_grid->count() != static_cast<int>(m_cards.size()) + 1)
        layCards();
}

void TryPage::layCards()
{
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    int place = 0;
    const auto lay = [&](QWidget *card) {
        m_grid->addWidget(card, place / 2, place % 2);
        card->show();
        ++place;
    };
    for (const auto &[arm, card] : m_cards)
        lay(card);
    lay(m_shows);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, row < (place + 1) / 2 ? 1 : 0);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
}

int TryPage::mostSaid() const
{
    if (!m_trial.answers())
        return -1;
    std::map<int, int> votes;
    for (const AnswersView::Method &method : m_trial.answers()->methods) {
        if (const int answer = answerOf(method); answer >= 0)
            ++votes[answer];
    }
    int best = -1;
    bool level = false;
    for (const auto &[answer, count] : votes) {
        level = best >= 0 && count == votes[best] ? true : (best < 0 || count > votes[best] ? false : level);
        if (best < 0 || count > votes[best])
            best = answer;
    }
    return level ? -1 : best;
}

void TryPage::refreshWords()
{
    const QStringList names = classNames();
    const int most = mostSaid();
    int methods = 0;
    int answering = 0;
    bool toPrepare = false;
    if (m_trial.answers()) {
        for (const AnswersView::Method &method : m_trial.answers()->methods) {
            ++methods;
            answering += method.ready && !method.error ? 1 : 0;
            toPrepare = toPrepare || (!method.ready && !method.error);
        }
    }
    const bool allAnswer = answering == methods;
    QStringList words {tr("The bars show how sure each one is, not whether it is right.")};
    if (methods > 0) {
        const QString some = toPrepare ? tr("%1 of %2 methods answer now; those whose weights are not kept must be prepared first.")
                                       : tr("%1 of %2 methods answer now.");
        words.prepend(allAnswer ? tr("Every method answers at once.")
                                : some.arg(text::numberText(answering), text::numberText(methods)));
    }
    m_howMany->setText(text::sentencesText(words));
    QString headline;
    QString finding;
    switch (m_trial.state()) {
    case Trial::State::NoComparison:
        headline = tr("Nothing has learnt your classes yet");
        finding = tr("Run a comparison first. Then every method can say what it takes your own pictures or sentences for.");
        break;
    case Trial::State::OtherModel:
        headline = tr("These runs used another model");
        finding = tr("The model chosen now is not the one that learnt. Run again to try it.");
        break;
    case Trial::State::Ready:
        headline = m_workspace.modality() == Modality::Text ? tr("What would each method say?") : tr("What does each method see?");
        finding = tr("Nothing you try here is stored or counted. Try something unusual: that shows where each method stops.");
        break;
    }
    if (m_trial.state() == Trial::State::Ready && m_trial.answers()) {
        int all = 0;
        int same = 0;
        QStringList doubtful;
        QStringList differing;
        for (const AnswersView::Method &method : m_trial.answers()->methods) {
            const int answer = answerOf(method);
            if (answer < 0)
                continue;
            ++all;
            same += answer == most ? 1 : 0;
            const Arm &arm = m_workspace.comparison()->comparison.arms()[static_cast<std::size_t>(method.arm)];
            if (!AnswerCard::wouldBet(guessesOf(method, names)))
                doubtful << text::armInSentence(arm.kind);
            else if (answer != most)
                differing << text::armInSentence(arm.kind);
        }
        if (most < 0)
            headline = tr("The methods do not agree");
        else
            headline = same < all ? (allAnswer ? tr("%1 of %2 methods say %3") : tr("%1 of %2 methods that answer say %3"))
                                        .arg(text::numberText(same), text::numberText(all), names[most])
                                  : (allAnswer ? tr("All %1 methods say %2") : tr("All %1 methods that answer say %2"))
                                        .arg(text::numberText(all), names[most]);
        if (doubtful.size() == all)
            finding = tr("No method would bet on its answer. Either this is like none of your classes, or they have seen too little.");
        else if (!differing.isEmpty() && most >= 0)
            finding = tr("Sure of something else: %1. Being sure is not being right.").arg(text::listText(differing));
        else if (!doubtful.isEmpty())
            finding = (allAnswer ? tr("Would not bet on it: %1. The others have made up their minds.")
                                 : tr("Would not bet on it: %1. The others that answer have made up their minds."))
                          .arg(text::listText(doubtful));
        else
            finding = text::sentencesText(
                {allAnswer ? tr("Every method has made up its mind.") : tr("Every method that answers has made up its mind."),
                 tr("Change it a little and see which one changes its answer first.")});
    }
    m_headline->setText(headline);
    m_showsWords->setText(finding);
}

void TryPage::refreshGiving()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    const bool can = lab && !lab->readOnly && m_trial.state() == Trial::State::Ready;
    m_giving->setVisible(can);
    const int most = mostSaid();
    const bool some = !m_trial.example().isEmpty();
    m_give->setVisible(most >= 0);
    m_give->setEnabled(some);
    m_giveOther->setEnabled(some);
    m_giveOther->setText(most >= 0 ? tr("Other") : tr("Add to …"));
    const QStringList names = classNames();
    if (most >= 0)
        m_give->setText(tr("Add to %1").arg(m_give->fontMetrics().elidedText(names[most], Qt::ElideRight, 90)));
}

void TryPage::giveTo(int classIndex)
{
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    if (!comparison || classIndex < 0 || classIndex >= static_cast<int>(comparison->comparison.classes.size()))
        return;
    const LabClass &labClass = comparison->comparison.classes[static_cast<std::size_t>(classIndex)];
    if (m_workspace.modality() == Modality::Text)
        m_workspace.commands().importLines(QString::fromUtf8(m_trial.example()), labClass.id);
    else
        m_workspace.commands().importBytes(m_trial.example(), labClass.id);
    Q_EMIT m_workspace.undoableDone(tr("Added to %1. Run again to let the methods learn from it.").arg(text::classTitle(labClass)));
}

void TryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void TryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_showsWords != nullptr)
        refreshCards(); // markers are in the colours of the scheme
}

void TryPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_left->setFixedWidth(width() < kDrawerBelow ? kNarrowInputColumn : kInputColumn);
}

void TryPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_input->takes(event->mimeData()))
        event->acceptProposedAction();
}

void TryPage::dropEvent(QDropEvent *event)
{
    m_input->show(event->mimeData());
    event->acceptProposedAction();
}

} // namespace shotlab::pages
