// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "GalleryPages.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QStandardItemModel>
#include <QUrl>
#include <QVBoxLayout>

#include "text/Sentences.h"
#include "widgets/Card.h"
#include "widgets/ClassBin.h"
#include "widgets/Controls.h"
#include "widgets/DropZone.h"
#include "widgets/ExplainedLabel.h"
#include "widgets/FindingsPanel.h"
#include "widgets/FlowLayout.h"
#include "widgets/Labels.h"
#include "widgets/Markers.h"
#include "widgets/MixUpMatrix.h"
#include "widgets/Progress.h"
#include "widgets/RunListView.h"
#include "widgets/Stepper.h"
#include "widgets/Toast.h"

namespace shotlab::gallery
{

using namespace shotlab::widgets;

namespace
{

std::vector<Thumbnail> thumbnails(int hue, int count)
{
    std::vector<Thumbnail> result;
    for (int i = 0; i < count; ++i) {
        QImage image(96, 96, QImage::Format_RGB32);
        image.fill(QColor::fromHsv((hue + 7 * i) % 360, 60, 235));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor::fromHsv(hue, 180, 120), 8));
        painter.drawArc(18 + 3 * i, 16, 56 - 4 * i, 62, 16 * 40 * i, 16 * 290);
        result.push_back({i + 1, image});
    }
    return result;
}

ClassBin *bin(const QString &name, int learning, int testing, int hue)
{
    auto *result = new ClassBin;
    result->setName(name);
    result->setCounts(learning, testing);
    result->setThumbnails(thumbnails(hue, std::min(5, learning + testing)));
    return result;
}

void hover(ClassBin *target, int files)
{
    QMimeData mime;
    QList<QUrl> urls;
    for (int i = 0; i < files; ++i)
        urls << QUrl::fromLocalFile(QStringLiteral("/tmp/%1.jpg").arg(i));
    mime.setUrls(urls);
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
}

void addRun(QStandardItemModel &model, ArmKind kind, const QString &detail, RunRowState state, const QString &value,
            const QString &range, double progress = 0, bool hidden = false, const QString &sentence = {})
{
    auto *item = new QStandardItem(text::armTitle(kind));
    item->setData(static_cast<int>(kind), RunArmKindRole);
    item->setData(0, RunVariantRole);
    item->setData(detail, RunDetailRole);
    item->setData(static_cast<int>(state), RunStateRole);
    item->setData(value, RunValueRole);
    item->setData(range, RunRangeRole);
    item->setData(progress, RunProgressRole);
    item->setData(hidden, RunHiddenRole);
    item->setData(sentence, RunSentenceRole);
    item->setData(state == RunRowState::Running, RunHollowRole);
    model.appendRow(item);
}

Comparison digits()
{
    Comparison comparison;
    for (const ArmKind kind : allArmKinds()) {
        Arm arm;
        arm.kind = kind;
        comparison.plan.arms.push_back(arm);
    }
    return comparison;
}

std::vector<text::FindingText> findings()
{
    const Comparison comparison = digits();
    Finding ahead;
    ahead.kind = FindingKind::Ahead;
    ahead.arms = {5, 3};
    ahead.shots = Shots::all();
    ahead.difference = {0.066, 0.051, 0.081};
    ahead.draws = 20;
    Finding open;
    open.kind = FindingKind::CannotTell;
    open.arms = {4, 3};
    open.shots = Shots(5);
    open.difference = {0.010, -0.016, 0.026};
    open.draws = 20;
    open.moreDraws = 12;
    Finding names;
    names.kind = FindingKind::WorthOfNames;
    names.arms = {0, 3};
    names.value = 1.2;
    Finding luck;
    luck.kind = FindingKind::Luck;
    luck.arms = {3};
    luck.shots = Shots(1);
    luck.difference = {0, 0.71, 0.88};
    luck.draws = 20;
    std::vector<text::FindingText> texts;
    for (const Finding &finding : {open, ahead, names, luck})
        texts.push_back(text::findingSentence(finding, comparison));
    return texts;
}

QWidget *page()
{
    auto *result = new QWidget;
    result->setAutoFillBackground(true);
    return result;
}

} // namespace

QWidget *controlsPage()
{
    QWidget *result = page();
    auto *column = new QVBoxLayout(result);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(16);
    auto *stepper
        = new Stepper({QStringLiteral("Model"), QStringLiteral("Data"), QStringLiteral("Compare"), QStringLiteral("Results")});
    stepper->setCurrent(2);
    column->addWidget(stepper, 0, Qt::AlignHCenter);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(new Button(Button::Look::Primary, Symbol::Run, QStringLiteral("Run comparison · about 20 s")));
    auto *off = new Button(Button::Look::Primary, Symbol::Next, QStringLiteral("Next: data"));
    off->setEnabled(false);
    buttons->addWidget(off);
    auto *lab = new Button(Button::Look::Plain, QStringLiteral("Deep sky, 7 classes"));
    lab->setMenu(new QMenu(lab));
    buttons->addWidget(lab);
    buttons->addWidget(new Button(Button::Look::Small, Symbol::Undo, QStringLiteral("Undo")));
    buttons->addWidget(new Button(Button::Look::SmallPrimary, Symbol::Retry, QStringLiteral("Try again")));
    buttons->addWidget(new Button(Button::Look::Link, QStringLiteral("Why “not yet”?")));
    buttons->addWidget(new Button(Button::Look::Quiet, Symbol::Moon, {}));
    buttons->addStretch(1);
    column->addLayout(buttons);

    auto *choices = new QHBoxLayout;
    choices->setSpacing(12);
    auto *segments
        = new SegmentedControl({QStringLiteral("New last layer"), QStringLiteral("Chosen layers"), QStringLiteral("Everything")});
    segments->setCurrentIndex(1);
    choices->addWidget(segments);
    for (const char *k : {"0", "1", "2", "5", "10", "all"}) {
        auto *chip = new Chip(QLatin1String(k));
        chip->setChecked(QLatin1String(k) != QLatin1String("10"));
        choices->addWidget(chip);
    }
    for (const bool on : {true, false}) {
        auto *toggle = new Switch;
        toggle->setChecked(on);
        choices->addWidget(toggle);
    }
    choices->addWidget(new ExplainedLabel(QStringLiteral("Batch norm"), text::Term::Normalisation));
    choices->addStretch(1);
    column->addLayout(choices);

    auto *weights = new Card(QStringLiteral("What may learn?"));
    auto *bar = new WeightsBar;
    bar->setWeights(410000, 3380000);
    weights->body()->addWidget(bar);
    auto *strip = new ProgressStrip;
    strip->setTask(QStringLiteral("New last layer, k = 10, draw 7 of 20"));
    strip->setProgress(46, 60);
    strip->setSecondsLeft(78);
    weights->body()->addWidget(divider());
    weights->body()->addWidget(strip);
    column->addWidget(weights);

    auto *symbols = new QWidget;
    auto *flow = new FlowLayout(symbols, 12);
    for (const Symbol symbol : allSymbols())
        flow->addWidget(new SymbolLabel(symbol, Ink::Text, 20));
    for (const ArmKind kind : allArmKinds()) {
        for (const int variant : {0, 1, 2}) {
            auto *marker = new QLabel;
            marker->setPixmap(armIcon(kind, variant).pixmap(20, 20));
            flow->addWidget(marker);
        }
    }
    column->addWidget(symbols);
    column->addStretch(1);
    return result;
}

QWidget *binsPage()
{
    QWidget *result = page();
    auto *grid = new QGridLayout(result);
    grid->setContentsMargins(14, 14, 14, 14);
    grid->setSpacing(12);
    grid->addWidget(bin(QStringLiteral("Planetary nebula"), 38, 20, 200), 0, 0);
    ClassBin *few = bin(QStringLiteral("Open cluster"), 9, 20, 220);
    few->setNote(QStringLiteral("9 for learning: k = 10 is out of reach"));
    grid->addWidget(few, 0, 1);
    ClassBin *hot = bin(QStringLiteral("Globular cluster"), 54, 20, 40);
    hover(hot, 12);
    grid->addWidget(hot, 0, 2);
    grid->addWidget(bin(QStringLiteral("Spiral galaxy"), 0, 0, 10), 1, 0);
    auto *zone = new DropZone(Symbol::Plus, QStringLiteral("Add a class"),
                              QStringLiteral("Drop a folder here, paste pictures (Ctrl V), or type a name and press Enter"));
    grid->addWidget(zone, 1, 1, 1, 2);
    auto *own
        = new DropZone(Symbol::Upload, QStringLiteral("Use my own pictures"),
                       QStringLiteral("Drop a folder here. Each folder inside it becomes a class, named after the folder."));
    own->addAction(new Button(Button::Look::Plain, Symbol::FolderOpen, QStringLiteral("Choose a folder…")));
    own->addAction(new Button(Button::Look::Plain, Symbol::Table, QStringLiteral("Choose a table…")));
    own->setFootnote(QStringLiteral("Pictures as JPEG, PNG or WebP. Nothing leaves this computer."));
    grid->addWidget(own, 2, 0, 1, 2);
    auto *compact = new Card(QStringLiteral("Data"));
    compact->setSubtitle(QStringLiteral("drop pictures on a class"));
    for (int i = 0; i < 2; ++i) {
        ClassBin *small = bin(i == 0 ? QStringLiteral("Cat") : QStringLiteral("Fox"), 44, 20, 30 * i);
        small->setCompact(true);
        if (i == 1)
            hover(small, 12);
        compact->body()->addWidget(small);
    }
    grid->addWidget(compact, 2, 2);
    return result;
}

QWidget *resultsPage()
{
    QWidget *result = page();
    auto *row = new QHBoxLayout(result);
    row->setContentsMargins(14, 14, 14, 14);
    row->setSpacing(14);
    auto *mixUps = new Card(QStringLiteral("Mix-ups"));
    mixUps->setSubtitle(QStringLiteral("rows: what it is, columns: the answer, %"));
    auto *matrix = new MixUpMatrix;
    matrix->setData({QStringLiteral("Planetary"), QStringLiteral("Emission"), QStringLiteral("Open cluster"),
                     QStringLiteral("Globular cluster"), QStringLiteral("Spiral"), QStringLiteral("Edge-on"),
                     QStringLiteral("Interacting")},
                    {{17, 2, 0, 0, 1, 0, 0},
                     {2, 15, 2, 0, 0, 0, 1},
                     {1, 2, 9, 7, 1, 0, 0},
                     {0, 0, 3, 17, 0, 0, 0},
                     {1, 0, 0, 1, 14, 1, 3},
                     {0, 0, 0, 0, 1, 18, 1},
                     {0, 1, 0, 0, 5, 2, 12}});
    matrix->setCursorCell(2, 3);
    mixUps->body()->addWidget(matrix, 1);
    row->addWidget(mixUps, 5);
    auto *panel = new FindingsPanel;
    panel->setFindings(findings());
    row->addWidget(panel, 4);

    auto *runs = new Card(QStringLiteral("Runs"));
    runs->setSubtitle(QStringLiteral("17 of 24 done"));
    auto *quiet = new Button(Button::Look::Quiet, Symbol::More, {});
    quiet->setHint(QStringLiteral("More"));
    runs->addHeaderWidget(quiet);
    auto *view = new RunListView;
    auto *model = new QStandardItemModel(view);
    addRun(*model, ArmKind::FullFineTuning, QStringLiteral("k = 10 · 2 of 3 draws"), RunRowState::Running, {},
           QStringLiteral("2 min left"), 0.55);
    addRun(*model, ArmKind::ChosenLayers, QStringLiteral("k = 10 · 3 draws"), RunRowState::Done, QStringLiteral("79.8 %"),
           QStringLiteral("± 1.4"));
    addRun(*model, ArmKind::LinearProbe, QStringLiteral("k = 10 · 20 draws"), RunRowState::Done, QStringLiteral("78.3 %"),
           QStringLiteral("± 1.1"));
    addRun(*model, ArmKind::Prototypes, QStringLiteral("k = 10 · 20 draws"), RunRowState::Done, QStringLiteral("71.1 %"),
           QStringLiteral("± 1.1"), 0, true);
    addRun(*model, ArmKind::NearestNeighbour, QStringLiteral("k = 10 · 20 draws"), RunRowState::Done, QStringLiteral("69.2 %"),
           QStringLiteral("± 1.3"));
    addRun(*model, ArmKind::ZeroShot, QStringLiteral("no examples"), RunRowState::Skipped, {}, {}, 0, false,
           QStringLiteral("The model has no word for “Open cluster”."));
    addRun(*model, ArmKind::FromScratch, QStringLiteral("k = 10"), RunRowState::Failed, {}, {}, 0, false,
           QStringLiteral("The memory of this computer did not suffice."));
    addRun(*model, ArmKind::FullFineTuning, QStringLiteral("all examples"), RunRowState::Queued, {}, {});
    view->setModel(model);
    view->setCurrentIndex(model->index(2, 0));
    runs->body()->addWidget(view, 1);
    row->addWidget(runs, 4);
    return result;
}

QWidget *statesPage()
{
    QWidget *result = page();
    auto *grid = new QGridLayout(result);
    grid->setContentsMargins(14, 14, 14, 90);
    grid->setSpacing(12);
    const auto notice = [](NoticeCard::Mood mood, const Error &error) {
        auto *card = new NoticeCard;
        const text::ErrorText words = text::errorText(error);
        card->setNotice(mood, words.what, QStringList {words.meaning, words.remedy}.join(QLatin1Char(' ')));
        return card;
    };
    NoticeCard *died = notice(NoticeCard::Mood::Error, {ErrorCode::EngineDied, {"signal 9", "out of memory"}, {}});
    died->addAction(new Button(Button::Look::SmallPrimary, Symbol::Retry, QStringLiteral("Go on")));
    died->addAction(new Button(Button::Look::Link, QStringLiteral("What happened")));
    grid->addWidget(died, 0, 0);
    NoticeCard *refused = notice(NoticeCard::Mood::Error, {ErrorCode::ModelNotAModel, {"/home/x/resnet18.pt", "html"}, {}});
    refused->addAction(new Button(Button::Look::Small, Symbol::FolderOpen, QStringLiteral("Choose another file…")));
    grid->addWidget(refused, 0, 1);
    grid->addWidget(notice(NoticeCard::Mood::Warning, {ErrorCode::ClassTooSmall, {"Fox", "4"}, {}}), 1, 0);
    grid->addWidget(
        notice(NoticeCard::Mood::Info, {ErrorCode::NoZeroShotLink, {"globular cluster,open cluster,spiral galaxy"}, {}}), 1, 1);
    auto *empty = new FindingsPanel;
    grid->addWidget(empty, 2, 0);
    auto *matrixCard = new Card(QStringLiteral("Mix-ups"));
    matrixCard->body()->addWidget(new MixUpMatrix, 1);
    grid->addWidget(matrixCard, 2, 1);
    auto *toast = new Toast(result);
    toast->showMessage(QStringLiteral("“Emission nebula” and its 55 pictures were removed"), QStringLiteral("Undo"));
    QMetaObject::invokeMethod(
        toast,
        [toast, result] {
            result->resize(result->size() + QSize(0, 1));
            toast->raise();
        },
        Qt::QueuedConnection);
    return result;
}

} // namespace shotlab::gallery
