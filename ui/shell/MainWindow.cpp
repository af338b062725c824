// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/MainWindow.h"

#include <algorithm>

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QVBoxLayout>

#include "importer/Importer.h"
#include "models/LabCommands.h"
#include "pages/ComparePage.h"
#include "pages/DataPage.h"
#include "pages/ModelPage.h"
#include "pages/PageState.h"
#include "pages/StartPage.h"
#include "pages/TryPage.h"
#include "pages/WorkbenchPage.h"
#include "runner/LabSession.h"
#include "shell/LabFiles.h"
#include "shell/ReportFile.h"
#include "shell/SettingsDialog.h"
#include "shell/StatusStrip.h"
#include "shell/TopBar.h"
#include "text/Language.h"
#include "text/Sentences.h"
#include "widgets/Drops.h"
#include "widgets/PageStack.h"
#include "widgets/Stepper.h"
#include "widgets/Toast.h"

namespace shotlab::shell
{

using models::Workspace;
using widgets::Symbol;
using Proposal = Workspace::Proposal;

namespace
{

const QString kLanguageKey = QStringLiteral("window/language");
const QString kLabKey = QStringLiteral("window/lab");
const QString kPageKey = QStringLiteral("window/page");
constexpr QSize kFirstSize(1440, 900);
constexpr QSize kSmallest(1024, 700);

/// The lab itself is fine, it only must not be written to.
bool canBeRead(ErrorCode code)
{
    return code == ErrorCode::LabInUse || code == ErrorCode::LabNewerVersion || code == ErrorCode::LabReadOnly;
}

} // namespace

MainWindow::MainWindow(Workspace &workspace, widgets::ThemeSwitch &theme, const Surroundings &surroundings, QWidget *parent)
    : QMainWindow(parent), m_workspace(workspace), m_theme(theme), m_surroundings(surroundings), m_recent(surroundings.recentFile)
{
    setObjectName(QStringLiteral("window"));
    setWindowTitle(QStringLiteral("Shotlab"));
    setWindowIcon(widgets::icon(Symbol::Shotlab, widgets::Ink::Accent));
    setMinimumSize(kSmallest);
    resize(kFirstSize);
    setAcceptDrops(true);
    m_modelsOnBoard = static_cast<int>(QDir(surroundings.resourceFolder + QStringLiteral("/models"))
                                           .entryList({QStringLiteral("*.card.json")}, QDir::Files)
                                           .size());

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = new TopBar(workspace, theme, surroundings.translation);
    m_pages = new widgets::PageStack;
    m_status = new StatusStrip(workspace);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    setCentralWidget(content);
    addPages();
    addShortcuts();
    m_toast = new widgets::Toast(content);
    m_toast->setObjectName(QStringLiteral("toast"));
    connect(m_toast, &widgets::Toast::actionTriggered, this, [this] { m_workspace.commands().undo(); });

    connect(m_bar, &TopBar::primaryClicked, this, &MainWindow::goOn);
    connect(m_bar, &TopBar::startPageRequested, this, [this] { showPage(Page::Start); });
    connect(m_bar, &TopBar::openRequested, this, &MainWindow::chooseLabFile);
    connect(m_bar, &TopBar::saveCopyRequested, this, &MainWindow::saveCopy);
    connect(m_bar, &TopBar::reportRequested, this, &MainWindow::saveReport);
    connect(m_bar, &TopBar::closeRequested, this, [this] { m_workspace.commands().closeLab(); });
    connect(m_bar, &TopBar::settingsRequested, this, &MainWindow::openSettings);
    connect(&m_bar->stepper(), &widgets::Stepper::stepChosen, this,
            [this](int step) { showPage(static_cast<Page>(step + static_cast<int>(Page::Model))); });
    connect(&workspace, &Workspace::labChanged, this, &MainWindow::takeLab);
    connect(&workspace, &Workspace::comparisonChanged, this, &MainWindow::takeComparison);
    connect(&workspace, &Workspace::estimateChanged, this, &MainWindow::refreshPrimary);
    connect(&workspace.draft(), &models::PlanDraft::changed, this, &MainWindow::refreshPrimary);
    connect(&workspace, &Workspace::undoableDone, this,
            [this](const QString &message) { m_toast->showMessage(message, tr("Undo")); });
    connect(&workspace, &Workspace::noticed, this, [this](const QString &message) { m_toast->showMessage(message); });
    connect(&workspace.thumbnails(), &models::ThumbnailCache::arrived, this, [this] {
        if (m_pictureMissing) // the first example was under way when the lab was noted
            noteRecent();
    });
    m_samples.load();
    showPage(Page::Start);
}

void MainWindow::addPages()
{
    m_start = new pages::StartPage(&m_samples, &m_recent);
    m_start->setObjectName(QStringLiteral("startPage"));
    connect(m_start, &pages::StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &pages::StartPage::dataRequested, this, &MainWindow::openData);
    connect(m_start, &pages::StartPage::labRequested, this, &MainWindow::openLabFile);
    connect(m_start, &pages::StartPage::labSoughtAfter, this, &MainWindow::locateLab);
    connect(m_start, &pages::StartPage::rescueRequested, this, &MainWindow::rescueLab);
    connect(m_start, &pages::StartPage::labForgotten, this, [this](const QString &path) { m_recent.forget(path); });
    connect(m_start, &pages::StartPage::openFileRequested, this, &MainWindow::chooseLabFile);
    connect(m_start, &pages::StartPage::emptyLabRequested, this, [this] {
        m_next = Page::Model;
        m_workspace.commands().createEmpty();
    });
    auto *model = new pages::ModelPage(m_workspace, &m_samples, m_surroundings.resourceFolder);
    model->setObjectName(QStringLiteral("modelPage"));
    auto *dataPage = new pages::DataPage(m_workspace);
    dataPage->setObjectName(QStringLiteral("dataPage"));
    auto *compare = new pages::ComparePage(m_workspace);
    compare->setObjectName(QStringLiteral("comparePage"));
    auto *workbench = new pages::WorkbenchPage(m_workspace);
    workbench->setObjectName(QStringLiteral("workbenchPage"));
    connect(workbench, &pages::WorkbenchPage::dataPageRequested, this, [this] { showPage(Page::Data); });
    connect(workbench, &pages::WorkbenchPage::tryPageRequested, this, [this] { showPage(Page::TryIt); });
    auto *tryPage = new pages::TryPage(m_workspace);
    tryPage->setObjectName(QStringLiteral("tryPage"));
    for (QWidget *page : {static_cast<QWidget *>(m_start), static_cast<QWidget *>(model), static_cast<QWidget *>(dataPage),
                          static_cast<QWidget *>(compare), static_cast<QWidget *>(workbench), static_cast<QWidget *>(tryPage)})
        m_pages->addWidget(page);
}

void MainWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QAction(this);
        shortcut->setShortcut(keys);
        connect(shortcut, &QAction::triggered, this, action);
        addAction(shortcut);
    };
    add(QKeySequence::Open, [this] { chooseLabFile(); });
    add(QKeySequence::New, [this] { showPage(Page::Start); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { openSettings(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_R), [this] {
        if (m_workspace.proposal() != Proposal::Nothing && page() != Page::Start)
            m_workspace.runProposal();
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_Period), [this] {
        if (m_workspace.isRunning())
            m_workspace.commands().cancelComparison();
    });
    add(QKeySequence::Undo, [this] {
        if (m_workspace.lab() && m_workspace.lab()->canUndo)
            m_workspace.commands().undo();
    });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] {
        if (m_workspace.lab() && m_workspace.lab()->canRedo)
            m_workspace.commands().redo();
    });
    for (int step = 0; step < m_bar->stepper().count(); ++step) {
        add(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + step)), [this, step] {
            if (m_bar->stepper().button(step)->isEnabled() && m_workspace.lab())
                showPage(static_cast<Page>(step + static_cast<int>(Page::Model)));
        });
    }
}

void MainWindow::follow(const runner::LabSession &session)
{
    const runner::LabSession *from = &session;
    connect(from, &runner::LabSession::labOpened, this, &MainWindow::labOpened);
    connect(from, &runner::LabSession::labFailed, this, &MainWindow::labFailed);
    connect(from, &runner::LabSession::labClosed, this, &MainWindow::labClosed);
    connect(from, &runner::LabSession::saved, m_status, &StatusStrip::setSaved);
    connect(from, &runner::LabSession::saveFailed, m_status, &StatusStrip::setSaveTrouble);
    connect(from, &runner::LabSession::engineReady, m_status, &StatusStrip::setThreads);
    connect(from, &runner::LabSession::comparisonFinished, this, [this] { noteRecent(); });
}

MainWindow::Page MainWindow::page() const { return static_cast<Page>(m_pages->currentIndex()); }

void MainWindow::showPage(Page page)
{
    if (page != Page::Start && !m_workspace.lab())
        return;
    m_pages->setCurrentIndex(static_cast<int>(page));
    m_bar->setLabShown(page != Page::Start);
    m_status->setStartPage(page == Page::Start, m_modelsOnBoard);
    refreshSteps();
    refreshPrimary();
}

void MainWindow::refreshSteps()
{
    widgets::Stepper &stepper = m_bar->stepper();
    const bool results = m_workspace.hasResults();
    const int last = stepper.count() - 1;
    const int current = std::min(static_cast<int>(page()) - static_cast<int>(Page::Model), last); // trying out is part of the results
    if (current >= 0)
        stepper.setCurrent(current);
    for (int step = 0; step < stepper.count(); ++step) {
        stepper.setReachable(step, step < last || results);
        if (results && step != current)
            stepper.setState(step, widgets::StepState::Done);
    }
}

void MainWindow::refreshPrimary()
{
    if (page() == Page::TryIt) {
        m_bar->setPrimary(Symbol::Back, tr("Back to results"), true);
        return;
    }
    if (m_workspace.isRunning()) {
        m_bar->setPrimary(Symbol::Stop, tr("Stop"), true);
        return;
    }
    if (page() == Page::Model || page() == Page::Data) {
        m_bar->setPrimary(Symbol::Next, page() == Page::Model ? tr("Next: data") : tr("Next: compare"), true);
        return;
    }
    QString text;
    Symbol symbol = Symbol::Run;
    const Proposal proposal = m_workspace.proposal();
    switch (proposal) {
    case Proposal::Nothing:
    case Proposal::Run:
        text = tr("Run comparison");
        break;
    case Proposal::RunAgain:
        symbol = Symbol::Retry;
        text = tr("Run again");
        break;
    case Proposal::GoOn:
        text = tr("Go on");
        break;
    case Proposal::MoreDraws:
        text = tr("Run %1 more draws").arg(text::numberText(m_workspace.moreDraws()));
        break;
    }
    const std::optional<runner::PlanEstimate> &estimate = m_workspace.estimate();
    if (proposal != Proposal::Nothing && estimate && estimate->seconds > 0)
        text += QStringLiteral(" · ") + text::aboutDurationText(estimate->seconds);
    m_bar->setPrimary(symbol, text, proposal != Proposal::Nothing);
}

void MainWindow::goOn()
{
    if (page() == Page::TryIt)
        showPage(Page::Workbench);
    else if (m_workspace.isRunning())
        m_workspace.commands().cancelComparison();
    else if (page() == Page::Model)
        showPage(Page::Data);
    else if (page() == Page::Data)
        showPage(Page::Compare);
    else
        m_workspace.runProposal();
}

void MainWindow::openSample(const QString &sample)
{
    m_next = Page::Compare;
    m_readOnlyWhy.reset();
    m_start->setOpening(sample);
    m_workspace.commands().createFromSample(sample);
}

void MainWindow::openData(const QStringList &paths)
{
    const auto lab = std::find_if(paths.begin(), paths.end(), isLabFile);
    if (lab != paths.end()) {
        openLabFile(*lab);
        return;
    }
    m_next = Page::Data;
    m_readOnlyWhy.reset();
    m_start->setOpening(paths.first());
    const bool isLoose = QFileInfo(paths.first()).isFile() && !importer::isTable(paths.first());
    if (paths.size() == 1 && !isLoose) {
        m_workspace.commands().createFromData(paths.first());
    } else {
        m_pendingData = paths;
        m_workspace.commands().createEmpty();
    }
}

void MainWindow::openLabFile(const QString &path)
{
    m_next.reset();
    m_readOnlyWhy.reset();
    m_start->setOpening(path);
    m_workspace.commands().openLab(path);
}

void MainWindow::rescueLab(const QString &path)
{
    m_next.reset();
    m_readOnlyWhy.reset();
    m_rescued = QFileInfo(path).fileName();
    m_start->setOpening(path);
    m_workspace.commands().rescueLab(path);
}

void MainWindow::openPath(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir() || importer::isTable(path))
        openData({info.absoluteFilePath()});
    else
        openLabFile(info.absoluteFilePath());
}

void MainWindow::chooseLabFile()
{
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Open a lab file"), labFolder(), tr("Shotlab labs (*.shotlab);;All files (*)"));
    if (!path.isEmpty())
        openLabFile(path);
}

void MainWindow::openSettings()
{
    if (m_settings == nullptr)
        m_settings = new SettingsDialog(m_workspace, m_theme, m_surroundings.translation, this);
    m_settings->show();
    m_settings->raise();
    m_settings->activateWindow();
}

void MainWindow::locateLab(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const QString found = QFileDialog::getOpenFileName(this, tr("Where is “%1” now?").arg(name), labFolder(),
                                                       tr("Shotlab labs (*.shotlab);;All files (*)"));
    if (found.isEmpty())
        return;
    m_recent.relocate(path, found);
    openLabFile(found);
}

void MainWindow::saveCopy()
{
    if (!m_workspace.lab())
        return;
    const QFileInfo now(m_workspace.lab()->path);
    const QString suggestion = now.dir().filePath(tr("%1 copy").arg(now.completeBaseName()) + QLatin1String(kLabSuffix));
    QString path = QFileDialog::getSaveFileName(this, tr("Save a copy of the lab"), suggestion, tr("Shotlab labs (*.shotlab)"));
    if (path.isEmpty())
        return;
    if (!isLabFile(path))
        path += QLatin1String(kLabSuffix);
    m_workspace.commands().saveCopy(path);
}

void MainWindow::saveReport()
{
    if (!m_workspace.lab() || !m_workspace.comparison())
        return;
    const QFileInfo now(m_workspace.lab()->path);
    const QString page = tr("Web page (*.html)");
    const QString paper = tr("Pages to print (*.pdf)");
    QString filter = page;
    QString path = QFileDialog::getSaveFileName(this, tr("Save a report of this comparison"),
                                                now.dir().filePath(tr("%1 report").arg(now.completeBaseName()) + QLatin1String(".html")),
                                                page + QLatin1String(";;") + paper, &filter);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += filter == paper ? QLatin1String(".pdf") : QLatin1String(".html");
    const QString name = QFileInfo(path).fileName();
    auto *writer = new ReportWriter(m_workspace, path, this);
    connect(writer, &ReportWriter::finished, this, [this, name](bool written) {
        m_toast->showMessage(written ? tr("Saved as %1.").arg(name)
                                     : tr("%1 could not be written. Choose another folder, or free some space.").arg(name));
    });
}

void MainWindow::labOpened(const QString &path)
{
    if (const QString damaged = std::exchange(m_rescued, {}); !damaged.isEmpty())
        m_toast->showMessage(tr("What could be read of %1 is in %2 now. The damaged file was left as it is.").arg(damaged, QFileInfo(path).fileName()));
    m_arriving = true;
    m_start->setOpened();
    m_status->setReadOnly(m_readOnlyWhy);
    if (!m_pendingData.isEmpty())
        m_workspace.commands().importAsClasses(std::exchange(m_pendingData, {}));
}

void MainWindow::labFailed(const QString &path, const Error &error)
{
    if (canBeRead(error.code) && !m_readOnlyWhy) {
        m_readOnlyWhy = error;
        m_workspace.commands().openLabReadOnly(path);
        return;
    }
    m_readOnlyWhy.reset();
    m_rescued.clear();
    m_next.reset();
    m_pendingData.clear();
    if (error.code == ErrorCode::LabNotFound)
        m_recent.setMissing(path);
    showPage(Page::Start);
    m_start->showTrouble(error);
}

void MainWindow::labClosed()
{
    if (!m_arriving)
        showPage(Page::Start);
}

MainWindow::Page MainWindow::pageForOpenedLab() const
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    if (m_next && (*m_next < Page::Workbench || !lab->comparisons.empty()))
        return *m_next;
    if (!lab->comparisons.empty())
        return Page::Workbench;
    return m_workspace.isReadyToRun() ? Page::Compare : Page::Data;
}

void MainWindow::takeLab()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    if (!lab) {
        setWindowTitle(QStringLiteral("Shotlab"));
        refreshPrimary();
        return;
    }
    setWindowTitle(tr("%1 – Shotlab").arg(text::labTitle(lab->info)));
    if (m_arriving) {
        m_arriving = false;
        showPage(pageForOpenedLab());
        m_next.reset();
        noteRecent();
    }
    refreshSteps();
    refreshPrimary();
}

void MainWindow::takeComparison()
{
    // The first time something runs, the pages of the way there come together as the workbench.
    const bool running = m_workspace.isRunning();
    if (running && !m_wasRunning && page() != Page::Start && page() != Page::TryIt)
        showPage(Page::Workbench);
    m_wasRunning = running;
    refreshSteps();
    refreshPrimary();
}

void MainWindow::noteRecent()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    if (!lab)
        return;
    models::RecentLabsModel::Entry entry;
    entry.path = lab->path;
    entry.title = QString::fromStdString(lab->info.title);
    entry.sample = QString::fromStdString(lab->info.sample);
    entry.opened = QDateTime::currentDateTime();
    const runner::ComparisonViewPtr &comparison = m_workspace.comparison();
    if (comparison && !comparison->findings.empty())
        entry.finding = text::findingSentence(comparison->findings.front(), comparison->comparison).sentence;
    for (const runner::ClassView &view : lab->classes) {
        if (m_workspace.modality() == Modality::Picture && entry.picture.isNull() && !view.examples.empty())
            entry.picture = m_workspace.thumbnails().picture(view.examples.front());
    }
    m_pictureMissing = m_workspace.modality() == Modality::Picture && entry.picture.isNull();
    m_recent.note(entry);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // One change of language sends several of these, from inside a menu of ours.
    if (event->type() == QEvent::LanguageChange && !m_rewordingSoon) {
        m_rewordingSoon = true;
        QMetaObject::invokeMethod(this, &MainWindow::reword, Qt::QueuedConnection);
    }
}

void MainWindow::reword()
{
    m_rewordingSoon = false;
    // Whatever a page shows comes from the workspace and the models, so new pages show the same in other words.
    const pages::PageState state(*m_pages);
    const Page shown = page();
    while (QWidget *old = m_pages->widget(0)) {
        m_pages->removeWidget(old);
        delete old;
    }
    addPages();
    m_bar->reword();
    m_status->reword();
    m_toast->hide();
    showPage(shown);
    state.restore(*m_pages);
    takeLab();
    noteRecent();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!widgets::localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = widgets::localPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    const bool labDropped = std::any_of(paths.begin(), paths.end(), isLabFile);
    const bool labHere = page() != Page::Start && m_workspace.lab() && !m_workspace.lab()->readOnly;
    if (!labDropped && labHere) {
        showPage(page() == Page::Workbench ? Page::Workbench : Page::Data);
        m_workspace.commands().importAsClasses(paths);
    } else {
        openData(paths);
    }
}

std::optional<text::Language> MainWindow::storedLanguage(const QSettings &settings)
{
    return text::languageFromCode(settings.value(kLanguageKey).toString());
}

void MainWindow::restore(QSettings &settings)
{
    const QByteArray geometry = settings.value(QStringLiteral("window/geometry")).toByteArray();
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    const int scheme = settings.value(QStringLiteral("window/scheme"), static_cast<int>(widgets::SchemeChoice::System)).toInt();
    m_theme.setChoice(static_cast<widgets::SchemeChoice>(std::clamp(scheme, 0, static_cast<int>(widgets::SchemeChoice::HighContrast))));
}

void MainWindow::reopenLast(const QSettings &settings)
{
    const QString last = settings.value(kLabKey).toString();
    if (last.isEmpty() || !QFileInfo::exists(last))
        return;
    openLabFile(last);
    const int shown = settings.value(kPageKey, static_cast<int>(Page::Start)).toInt();
    if (shown > static_cast<int>(Page::Start) && shown <= static_cast<int>(Page::TryIt))
        m_next = static_cast<Page>(shown);
}

void MainWindow::store(QSettings &settings) const
{
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    if (m_surroundings.translation != nullptr) {
        const std::optional<text::Language> language = m_surroundings.translation->choice();
        settings.setValue(kLanguageKey, language ? text::languageCode(*language) : QStringLiteral("system"));
    }
    settings.setValue(QStringLiteral("window/scheme"), static_cast<int>(m_theme.choice()));
    settings.setValue(kPageKey, static_cast<int>(page()));
    settings.setValue(kLabKey,
                      m_workspace.lab() && page() != Page::Start ? m_workspace.lab()->path : QString());
}

} // namespace shotlab::shell
