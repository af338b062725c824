// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/StartPage.h"

#include <algorithm>
#include <utility>

#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QVariant>

#include "pages/Measures.h"
#include "pages/PageParts.h"
#include "pages/RecentLabs.h"
#include "pages/SampleCard.h"
#include "widgets/Card.h"
#include "widgets/Controls.h"
#include "widgets/DropZone.h"
#include "widgets/Labels.h"

namespace shotlab::pages
{

using widgets::Button;
using widgets::Symbol;
using widgets::TextSize;
using widgets::Tone;

StartPage::StartPage(QAbstractItemModel *samples, QAbstractItemModel *recent, QWidget *parent)
    : QWidget(parent), m_samples(samples)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    columns->setSpacing(kGap);
    auto *left = new QVBoxLayout;
    left->setSpacing(kGap);

    left->addWidget(widgets::label(tr("What would you like to find out?"), TextSize::Hero, Tone::Text, QFont::DemiBold));
    left->addWidget(
        widgets::label(tr("Open a sample and press Run: the first answers stand within seconds. Or bring your own classes."),
                       TextSize::CardTitle, Tone::Secondary, QFont::Normal, true));
    m_trouble = new widgets::NoticeCard;
    m_trouble->setObjectName(QStringLiteral("startTrouble"));
    m_trouble->hide();
    auto *rescue = new Button(Button::Look::Small, Symbol::Retry, tr("Rescue what can be read"));
    rescue->setObjectName(QStringLiteral("rescueLab"));
    connect(rescue, &QAbstractButton::clicked, this, [this] { Q_EMIT rescueRequested(m_damaged); });
    m_rescue = rescue;
    m_trouble->addAction(rescue);
    m_trouble->installEventFilter(this);
    left->addWidget(m_trouble);
    left->addSpacing(4);

    m_cards = new QGridLayout;
    m_cards->setSpacing(kGap);
    left->addLayout(m_cards, 3);

    left->addWidget(widgets::label(tr("Or with your own"), TextSize::CardTitle, Tone::Text, QFont::DemiBold));
    m_own = new widgets::DropZone(Symbol::Upload, tr("Use my own pictures or sentences"),
                                  tr("Drop a folder with a folder of pictures for each class, or a table of sentences."));
    m_own->setObjectName(QStringLiteral("ownData"));
    m_own->setHotText(tr("Drop to make a new lab of it"));
    m_formats = tr("Pictures as JPEG, PNG or WebP; tables (CSV, TSV, JSON Lines) with the columns text and label, or image and label; or a "
           ".txt file of sentences for each class. Nothing leaves this computer.");
    m_own->setFootnote(m_formats);
    auto *folder = new Button(Button::Look::Plain, Symbol::FolderOpen, tr("Choose a folder…"));
    folder->setObjectName(QStringLiteral("chooseFolder"));
    connect(folder, &QAbstractButton::clicked, this, &StartPage::chooseFolder);
    m_own->addAction(folder);
    auto *table = new Button(Button::Look::Plain, Symbol::Table, tr("Choose a table…"));
    table->setObjectName(QStringLiteral("chooseTable"));
    connect(table, &QAbstractButton::clicked, this, &StartPage::chooseTable);
    m_own->addAction(table);
    auto *empty = new Button(Button::Look::Link, tr("Start with no examples"));
    empty->setObjectName(QStringLiteral("emptyLab"));
    connect(empty, &QAbstractButton::clicked, this, &StartPage::emptyLabRequested);
    m_own->addAction(empty);
    m_example = exampleFolder();
    m_own->setAside(m_example);
    connect(m_own, &widgets::DropZone::pathsDropped, this, &StartPage::dataRequested);
    left->addWidget(m_own, 2);
    columns->addLayout(left, 1);

    auto *labs = new RecentLabs(recent);
    m_labs = labs;
    labs->setFixedWidth(kStartRightColumn);
    connect(labs, &RecentLabs::openRequested, this, &StartPage::labRequested);
    connect(labs, &RecentLabs::locateRequested, this, &StartPage::labSoughtAfter);
    connect(labs, &RecentLabs::forgetRequested, this, &StartPage::labForgotten);
    connect(labs, &RecentLabs::chooseRequested, this, &StartPage::openFileRequested);
    auto *right = new QVBoxLayout;
    right->addWidget(labs);
    right->addStretch(1);
    columns->addLayout(right);

    connect(m_samples, &QAbstractItemModel::modelReset, this, &StartPage::rebuildSamples);
    rebuildSamples();
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int kRoomForExample = 1250;
    m_example->setVisible(width() >= kRoomForExample);
    layCards();
}

/// In two rows where the window is narrow; there is only room for words then.
void StartPage::layCards()
{
    constexpr int kCardWidth = 165;
    constexpr int kNarrowRightColumn = 280;
    const int room = width() - kStartRightColumn - 2 * kPageMargin - kGap;
    const int columns = std::clamp(room / kCardWidth, 1, std::max(1, static_cast<int>(m_sampleCards.size())));
    if (columns == m_columns && m_cards->count() == static_cast<int>(m_sampleCards.size()))
        return;
    m_columns = columns;
    const bool narrow = columns < static_cast<int>(m_sampleCards.size());
    m_own->setFootnote(narrow ? QString() : m_formats);
    m_labs->setFixedWidth(narrow ? kNarrowRightColumn : kStartRightColumn);
    for (SampleCard *card : m_sampleCards)
        card->setPicturesShown(!narrow);
    while (QLayoutItem *item = m_cards->takeAt(0))
        delete item;
    for (int i = 0; i < static_cast<int>(m_sampleCards.size()); ++i)
        m_cards->addWidget(m_sampleCards[static_cast<std::size_t>(i)], i / columns, i % columns);
    for (int column = 0; column < m_cards->columnCount(); ++column)
        m_cards->setColumnStretch(column, column < columns ? 1 : 0);
}

QWidget *StartPage::exampleFolder()
{
    auto *example = new QWidget;
    auto *grid = new QGridLayout(example);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(7);
    grid->setColumnStretch(3, 1);
    grid->addWidget(widgets::label(tr("For example"), TextSize::Body, Tone::Text, QFont::DemiBold), 0, 0, 1, 4);
    grid->addWidget(new widgets::SymbolLabel(Symbol::FolderOpen, widgets::Ink::Accent), 1, 0);
    grid->addWidget(widgets::label(tr("Garden birds")), 1, 1, 1, 3);
    int row = 2;
    for (const auto &[name, files] :
         {std::pair(tr("Parrot"), tr("parrot-1.jpg, parrot-2.jpg, …")), std::pair(tr("Crow"), tr("crow-1.jpg, crow-2.jpg, …")),
          std::pair(tr("Duck"), tr("duck-1.jpg, duck-2.jpg, …"))}) {
        grid->addWidget(new widgets::SymbolLabel(Symbol::Folder, widgets::Ink::Accent), row, 1, Qt::AlignLeft);
        grid->addWidget(widgets::label(name), row, 2);
        grid->addWidget(widgets::label(files, TextSize::Secondary, Tone::Secondary), row, 3);
        ++row;
    }
    return example;
}

void StartPage::rebuildSamples()
{
    clearLayout(m_cards);
    m_sampleCards.clear();
    for (int row = 0; row < m_samples->rowCount(); ++row) {
        auto *card = new SampleCard(m_samples->index(row, 0), row == 0);
        connect(card, &SampleCard::openRequested, this, &StartPage::sampleRequested);
        m_sampleCards.push_back(card);
    }
    layCards();
}

void StartPage::showTrouble(const Error &error)
{
    setTrouble(m_trouble, error);
    setOpened();
}

/// Whoever shows a trouble, also in another language, leaves the error with the notice.
bool StartPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_trouble && event->type() == QEvent::DynamicPropertyChange) {
        const auto error = m_trouble->property(kTroubleProperty).value<Error>();
        const bool damaged = error.code == ErrorCode::LabDamaged && !error.arguments.empty();
        m_rescue->setVisible(damaged);
        if (damaged)
            m_damaged = QString::fromStdString(error.arguments.front());
    }
    return QWidget::eventFilter(watched, event);
}

void StartPage::setOpening(const QString &subject)
{
    m_trouble->hide();
    for (SampleCard *card : m_sampleCards)
        card->setOpening(card->objectName() == QStringLiteral("sample-") + subject);
}

void StartPage::setOpened()
{
    for (SampleCard *card : m_sampleCards)
        card->setOpening(false);
}

void StartPage::chooseFolder()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose a folder with one folder per class"), pictures);
    if (!folder.isEmpty())
        Q_EMIT dataRequested({folder});
}

void StartPage::chooseTable()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString table = QFileDialog::getOpenFileName(this, tr("Choose a table"), documents, tr("Tables (*.csv *.tsv *.tab *.jsonl *.ndjson)"));
    if (!table.isEmpty())
        Q_EMIT dataRequested({table});
}

} // namespace shotlab::pages
