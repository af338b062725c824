// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/DataPage.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "models/LabCommands.h"
#include "pages/BinGrid.h"
#include "pages/ChecksCard.h"
#include "pages/Measures.h"
#include "pages/NamesPanel.h"
#include "pages/PageParts.h"
#include "text/Sentences.h"
#include "widgets/Controls.h"
#include "widgets/DropZone.h"
#include "widgets/ExplainedLabel.h"
#include "widgets/Labels.h"
#include "widgets/PageStack.h"
#include "widgets/Progress.h"
#include "widgets/Scrolling.h"
#include "widgets/SentenceStrip.h"
#include "widgets/ThumbnailStrip.h"

namespace shotlab::pages
{

using widgets::Button;
using widgets::Symbol;
using widgets::TextSize;
using widgets::Tone;

namespace
{

constexpr std::size_t kTestPictures = 5;
constexpr std::size_t kTestSentences = 2;
constexpr int kTestSentenceWidth = 300;

}

DataPage::DataPage(models::Workspace &workspace, QWidget *parent) : QWidget(parent), m_workspace(workspace)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    columns->setSpacing(kGap);

    auto *left = new QVBoxLayout;
    left->setSpacing(kGap);
    auto *head = new QHBoxLayout;
    auto *question = questionBlock(tr("Which classes, and what are examples of them?"), QString());
    m_summary = qobject_cast<QLabel *>(question->itemAt(1)->widget());
    head->addLayout(question, 1);
    m_undo = new Button(Button::Look::Plain, Symbol::Undo, tr("Undo"));
    m_undo->setObjectName(QStringLiteral("undo"));
    connect(m_undo, &QAbstractButton::clicked, this, [this] { m_workspace.commands().undo(); });
    m_redo = new Button(Button::Look::Plain, Symbol::Redo, tr("Redo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    connect(m_redo, &QAbstractButton::clicked, this, [this] { m_workspace.commands().redo(); });
    auto *view = new widgets::SegmentedControl({tr("Examples"), tr("Names")});
    view->setObjectName(QStringLiteral("dataView"));
    connect(view, &widgets::SegmentedControl::currentChanged, this, [this](int index) { m_views->setCurrentIndex(index); });
    head->addWidget(view, 0, Qt::AlignBottom);
    head->addWidget(m_undo, 0, Qt::AlignBottom);
    head->addWidget(m_redo, 0, Qt::AlignBottom);
    left->addLayout(head);

    m_trouble = new widgets::NoticeCard;
    m_trouble->setObjectName(QStringLiteral("dataTrouble"));
    m_trouble->hide();
    left->addWidget(m_trouble);
    left->addWidget(newImportCard());

    m_bins = new BinGrid(workspace, BinGrid::Size::Full);
    m_bins->setLast(newClassZone());
    m_views = new widgets::PageStack;
    m_views->addWidget(widgets::rowScroll(m_bins));
    m_views->addWidget(widgets::rowScroll(new NamesPanel(workspace)));
    left->addWidget(m_views, 1);
    left->addWidget(newTestCard());
    columns->addLayout(left, 1);

    auto *checks = new ChecksCard(workspace);
    checks->setFixedWidth(kDataRightColumn);
    columns->addWidget(checks);

    connect(&workspace, &models::Workspace::labChanged, this, &DataPage::takeLab);
    connect(&workspace, &models::Workspace::importProgressed, this, &DataPage::takeProgress);
    connect(&workspace, &models::Workspace::importFinished, this, [this] { m_import->hide(); });
    connect(&workspace, &models::Workspace::importFailed, this, [this](const QString &, const Error &error) {
        m_import->hide();
        setTrouble(m_trouble, error);
    });
    connect(&workspace.thumbnails(), &models::ThumbnailCache::arrived, this, &DataPage::takePictures);
    connect(&workspace.sentences(), &models::SentenceCache::arrived, this, &DataPage::takePictures);
    takeLab();
}

QWidget *DataPage::newClassZone()
{
    m_zone = new widgets::DropZone(Symbol::Plus, tr("Add a class"), tr("Drop a folder here, or type a name and press Enter."));
    m_zone->setObjectName(QStringLiteral("addClassZone"));
    m_zone->setHotText(tr("Drop to make a class of each folder"));
    m_newName = new QLineEdit;
    m_newName->setObjectName(QStringLiteral("newClassName"));
    m_newName->setAccessibleName(tr("Name of the new class"));
    m_newName->setPlaceholderText(tr("Name of the class"));
    m_newName->setMaximumWidth(220);
    connect(m_newName, &QLineEdit::returnPressed, this, &DataPage::addClass);
    m_zone->addAction(m_newName);
    connect(m_zone, &widgets::DropZone::pathsDropped, this, [this](const QStringList &paths) {
        m_trouble->hide();
        m_workspace.commands().importAsClasses(paths);
    });
    return m_zone;
}

QWidget *DataPage::newImportCard()
{
    m_import = new widgets::Card;
    m_import->setObjectName(QStringLiteral("importCard"));
    m_import->setHeaderVisible(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    m_importText = widgets::label({}, TextSize::Body);
    row->addWidget(m_importText);
    m_importBar = new widgets::ProgressBar;
    row->addWidget(m_importBar, 1);
    auto *stop = new Button(Button::Look::Small, Symbol::Stop, tr("Stop"));
    stop->setObjectName(QStringLiteral("stopImport"));
    connect(stop, &QAbstractButton::clicked, this, [this] { m_workspace.commands().stopImport(); });
    row->addWidget(stop);
    m_import->body()->addLayout(row);
    m_import->hide();
    return m_import;
}

QWidget *DataPage::newTestCard()
{
    auto *card = new widgets::Card;
    card->setObjectName(QStringLiteral("testSet"));
    card->setHeaderVisible(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(new widgets::SymbolLabel(Symbol::Lock, widgets::Ink::Accent, 24), 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(new widgets::ExplainedLabel(text::Term::TestSet));
    m_testText = widgets::label({}, TextSize::Secondary, Tone::Secondary);
    head->addWidget(m_testText, 1);
    column->addLayout(head);
    m_testExplained = widgets::label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    column->addWidget(m_testExplained);
    row->addLayout(column, 1);
    m_testSentences = new widgets::SentenceStrip;
    m_testSentences->setMaximumShown(static_cast<int>(kTestSentences));
    m_testSentences->setFixedWidth(kTestSentenceWidth);
    row->addWidget(m_testSentences, 0, Qt::AlignVCenter);
    m_testPictures = new widgets::ThumbnailStrip;
    m_testPictures->setSide(40);
    m_testPictures->setMaximumShown(static_cast<int>(kTestPictures));
    m_testPictures->setFixedWidth(5 * 40 + 4 * 8 + 52);
    row->addWidget(m_testPictures, 0, Qt::AlignVCenter);
    card->body()->addLayout(row);
    return card;
}

void DataPage::takeLab()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    const bool isText = m_workspace.modality() == Modality::Text;
    const auto counted = [&](int count) { return text::contentText(m_workspace.modality(), count); };
    const int examples = lab ? lab->poolCount + lab->testCount + lab->leftOut : 0;
    m_undo->setEnabled(lab && lab->canUndo);
    m_redo->setEnabled(lab && lab->canRedo);
    m_redo->setVisible(lab && lab->canRedo);
    m_zone->setVisible(!lab || !lab->readOnly);
    if (!lab || lab->classes.empty()) {
        m_summary->setText(tr("Drop a folder that holds one folder per class, or a table of sentences, or begin with a name."));
    } else {
        const QString what = isText
            ? tr("%1 in %2. Type, paste or drop sentences on a class; drag between classes to move them.")
            : tr("%1 in %2. Drop pictures on a class to add them; drag between classes to move them.");
        m_summary->setText(what.arg(counted(examples), text::classesText(static_cast<std::int64_t>(lab->classes.size()))));
    }
    if (!lab || lab->testCount == 0)
        m_testText->setText(tr("a third of each class, at most 100, chosen by lot"));
    else if (lab->info.testByUser)
        m_testText->setText(tr("%1, brought by you").arg(counted(lab->testCount)));
    else
        m_testText->setText(tr("%1, chosen by lot").arg(counted(lab->testCount)));
    m_testExplained->setText(
        isText ? tr("Kept apart before anything learns, and never shown to any method. Only these sentences decide how good an "
                    "answer is, so nothing can cheat.")
               : tr("Kept apart before anything learns, and never shown to any method. Only these pictures decide how good an "
                    "answer is, so nothing can cheat."));
    m_zone->setText(tr("Add a class"), isText ? tr("Drop a table or text files here, or type a name and press Enter.")
                                              : tr("Drop a folder here, or type a name and press Enter."));
    takePictures();
}

void DataPage::takePictures()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    const bool isText = m_workspace.modality() == Modality::Text;
    std::vector<widgets::Thumbnail> thumbnails;
    std::vector<widgets::Sentence> sentences;
    if (lab) {
        // One of each class, so that the strip shows what is measured.
        for (const runner::ClassView &view : lab->classes) {
            const auto test = std::find_if(view.examples.begin(), view.examples.end(), [&](ExampleId id) {
                const auto example = lab->examples.find(id);
                return example != lab->examples.end() && example->second.role == Role::Test;
            });
            if (test != view.examples.end() && isText && sentences.size() < kTestSentences)
                sentences.push_back({0, m_workspace.sentences().sentence(*test)});
            else if (test != view.examples.end() && !isText && thumbnails.size() < kTestPictures)
                thumbnails.push_back({0, m_workspace.thumbnails().picture(*test)});
        }
    }
    m_testPictures->setThumbnails(thumbnails);
    m_testPictures->setTotal(lab ? lab->testCount : 0);
    m_testPictures->setVisible(!thumbnails.empty());
    m_testSentences->setSentences(sentences);
    m_testSentences->setTotal(lab ? lab->testCount : 0);
    m_testSentences->setVisible(!sentences.empty());
}

void DataPage::takeProgress(int done, int total)
{
    m_import->setVisible(done < total);
    m_importText->setText(tr("Reading files: %1 of %2").arg(text::numberText(done), text::numberText(total)));
    m_importBar->setValue(total > 0 ? static_cast<double>(done) / total : 0.0);
}

void DataPage::addClass()
{
    const QString name = m_newName->text().trimmed();
    if (name.isEmpty())
        return;
    m_newName->clear();
    m_workspace.commands().addClass(name);
}

} // namespace shotlab::pages
