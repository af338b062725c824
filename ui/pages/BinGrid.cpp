// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/BinGrid.h"

#include <algorithm>

#include <QFileDialog>
#include <QGridLayout>

#include "media/Picture.h"
#include "models/LabCommands.h"
#include "pages/Measures.h"
#include "pages/PageParts.h"
#include "text/Sentences.h"
#include "widgets/ClassBin.h"

namespace shotlab::pages
{

using widgets::ClassBin;

namespace
{

constexpr int kBinWidth = 300; ///< narrower bins are put into fewer columns
constexpr std::size_t kPictures = 6; ///< asked for per bin; the strip shows what fits
constexpr std::size_t kSentences = 3;

QString picturePatterns()
{
    QStringList patterns;
    for (const QString &suffix : media::pictureSuffixes())
        patterns.append(QStringLiteral("*.") + suffix);
    return patterns.join(QLatin1Char(' '));
}

} // namespace

BinGrid::BinGrid(models::Workspace &workspace, Size size, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_size(size), m_grid(new QGridLayout(this))
{
    setObjectName(size == Size::Full ? QStringLiteral("bins") : QStringLiteral("binsCompact"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(size == Size::Full ? kGap : 6);
    connect(&workspace, &models::Workspace::labChanged, this, &BinGrid::takeClasses);
    connect(&workspace.draft(), &models::PlanDraft::changed, this, &BinGrid::refreshPictures);
    connect(&workspace.thumbnails(), &models::ThumbnailCache::arrived, this, &BinGrid::refreshPictures);
    connect(&workspace.sentences(), &models::SentenceCache::arrived, this, &BinGrid::refreshPictures);
    takeClasses();
}

void BinGrid::setLast(QWidget *widget)
{
    m_last = widget;
    m_last->setParent(this);
    layOut();
}

ClassBin *BinGrid::newBin(ClassId id)
{
    auto *bin = new ClassBin(this);
    models::LabCommands &commands = m_workspace.commands();
    bin->setCompact(m_size == Size::Compact);
    connect(bin, &ClassBin::renamed, this, [this, id](const QString &name) { rename(id, name); });
    connect(bin, &ClassBin::linesEntered, this, [&commands, id](const QString &text) { commands.importLines(text, id); });
    connect(bin, &ClassBin::filesDropped, this,
            [&commands, id](const QStringList &paths) { commands.importIntoClass(paths, id); });
    connect(bin, &ClassBin::examplesDropped, this, [&commands, id](const std::vector<qint64> &ids) {
        std::vector<ExampleId> examples;
        for (const qint64 example : ids)
            examples.push_back(ExampleId {example});
        commands.moveExamples(examples, id);
    });
    connect(bin, &ClassBin::pictureDropped, this, [&commands, id](const QByteArray &png) { commands.importBytes(png, id); });
    connect(bin, &ClassBin::chooseRequested, this, [this, id] { choosePictures(id); });
    connect(bin, &ClassBin::removeRequested, this, [this, id] { removeClass(id); });
    return bin;
}

void BinGrid::rename(ClassId id, const QString &name)
{
    const int row = m_classes.rowOf(id);
    if (row < 0)
        return;
    // A name for people in this language is what stands on the bin: then that is changed, and the model's name stays.
    const LabClass &labClass = m_classes.classes()[static_cast<std::size_t>(row)].labClass;
    const std::string shown = text::displayKey(labClass);
    if (shown.empty()) {
        m_workspace.commands().renameClass(id, name);
        return;
    }
    runner::ClassWords words {labClass.name, labClass.description, labClass.display};
    words.display[shown] = name.toStdString();
    m_workspace.commands().setWords(id, words);
}

void BinGrid::showEvent(QShowEvent *event)
{
    if (m_stale)
        takeClasses();
    QWidget::showEvent(event);
}

void BinGrid::takeClasses()
{
    m_stale = isOnHiddenPage(*this);
    if (m_stale)
        return;
    m_classes.setLab(m_workspace.lab());
    const std::vector<runner::ClassView> &views = m_classes.classes();
    bool otherBins = views.size() != m_bins.size();
    for (auto bin = m_bins.begin(); bin != m_bins.end();) {
        if (m_classes.rowOf(bin->first) < 0) {
            bin->second->hide();
            bin->second->deleteLater();
            bin = m_bins.erase(bin);
            otherBins = true;
        } else {
            ++bin;
        }
    }
    for (const runner::ClassView &view : views) {
        ClassBin *&bin = m_bins[view.labClass.id];
        if (bin == nullptr) {
            bin = newBin(view.labClass.id);
            otherBins = true;
        }
        bin->setObjectName(QStringLiteral("bin-") + QString::fromStdString(view.labClass.name));
        fill(bin, view);
    }
    if (otherBins)
        layOut();
}

void BinGrid::fill(ClassBin *bin, const runner::ClassView &view)
{
    bin->setName(text::classTitle(view.labClass));
    bin->setCounts(view.poolCount, view.testCount);
    bin->setReadOnly(m_workspace.lab()->readOnly);
    bin->setModality(m_workspace.modality());
    if (m_workspace.modality() == Modality::Text) {
        std::vector<widgets::Sentence> sentences;
        for (std::size_t i = 0; i < std::min(view.examples.size(), kSentences); ++i)
            sentences.push_back({view.examples[i].value, m_workspace.sentences().sentence(view.examples[i])});
        bin->setSentences(sentences);
    } else {
        std::vector<widgets::Thumbnail> thumbnails;
        for (std::size_t i = 0; i < std::min(view.examples.size(), kPictures); ++i)
            thumbnails.push_back({view.examples[i].value, m_workspace.thumbnails().picture(view.examples[i])});
        bin->setThumbnails(thumbnails);
    }
    // The largest k that is asked for and that this class cannot serve.
    std::optional<Shots> beyond;
    for (const models::PlanDraft::ShotsChoice &choice : m_workspace.draft().shots()) {
        if (choice.on && !choice.shots.isAll() && choice.shots.perClass() > view.poolCount && !beyond)
            beyond = choice.shots;
    }
    QString note;
    if (view.poolCount > 0 && beyond)
        note = tr("%1 for learning: %2 is out of reach").arg(text::numberText(view.poolCount), text::shotsShort(*beyond));
    else if (view.leftOut > 0)
        note = tr("%1 for learning, %2 left out: also in test").arg(text::numberText(view.poolCount), text::numberText(view.leftOut));
    bin->setNote(note);
}

void BinGrid::refreshPictures()
{
    m_stale = m_stale || isOnHiddenPage(*this);
    if (m_stale)
        return;
    for (const runner::ClassView &view : m_classes.classes()) {
        const auto bin = m_bins.find(view.labClass.id);
        if (bin != m_bins.end())
            fill(bin->second, view);
    }
}

void BinGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int columns = m_size == Size::Compact ? 1 : std::max(1, (width() + kGap) / (kBinWidth + kGap));
    if (columns != m_columns) {
        m_columns = columns;
        layOut();
    }
}

void BinGrid::layOut()
{
    if (m_columns == 0)
        return; // no width yet
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    for (int column = 0; column < std::max(m_grid->columnCount(), m_columns); ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    int place = 0;
    QWidget *before = nullptr;
    for (const runner::ClassView &view : m_classes.classes()) {
        ClassBin *bin = m_bins[view.labClass.id];
        m_grid->addWidget(bin, place / m_columns, place % m_columns);
        bin->show();
        if (before != nullptr)
            setTabOrder(before, bin);
        before = bin;
        ++place;
    }
    if (m_last != nullptr) {
        const int column = place % m_columns;
        m_grid->addWidget(m_last, place / m_columns, column, 1, m_columns - column);
        place += m_columns - column;
    }
    m_grid->setRowStretch(place / m_columns + 1, 1);
}

void BinGrid::choosePictures(ClassId id)
{
    const bool isText = m_workspace.modality() == Modality::Text;
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, isText ? tr("Choose sentences of this class") : tr("Choose pictures of this class"), {},
        isText ? tr("Text files, a sentence on each line (*.txt)") : tr("Pictures (%1)").arg(picturePatterns()));
    if (!paths.isEmpty())
        m_workspace.commands().importIntoClass(paths, id);
}

void BinGrid::removeClass(ClassId id)
{
    const int row = m_classes.rowOf(id);
    if (row < 0)
        return;
    const runner::ClassView &view = m_classes.classes()[static_cast<std::size_t>(row)];
    const QString message = tr("“%1” with its %2 was removed")
                                .arg(text::classTitle(view.labClass), text::contentText(m_workspace.modality(), static_cast<std::int64_t>(view.examples.size())));
    m_workspace.commands().removeClass(id);
    Q_EMIT m_workspace.undoableDone(message);
}

} // namespace shotlab::pages
