// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/TryInput.h"

#include <QBuffer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "media/Picture.h"
#include "pages/Measures.h"
#include "pages/PageParts.h"
#include "widgets/Card.h"
#include "widgets/Controls.h"
#include "widgets/DrawPad.h"
#include "widgets/DropZone.h"
#include "widgets/Drops.h"
#include "widgets/Labels.h"

namespace shotlab::pages
{

using models::Trial;
using widgets::Button;
using widgets::TextSize;
using widgets::Tone;

namespace
{

constexpr int kStrokePause = 40; // ms between two questions while a hand draws
constexpr int kTypingPause = 250; // ms
constexpr int kSeenSide = 44;
constexpr int kLookedAtSide = 640; ///< pictures are shown no larger
constexpr qint64 kLargestFile = 100 * 1024 * 1024;
enum Input { Draw, Picture, Sentence };

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// What a network of one channel or three is given.
QImage seenImage(const media::ModelInput &input)
{
    if (input.side <= 0 || (input.channels != 1 && input.channels != 3))
        return {};
    QImage image(input.side, input.side, QImage::Format_RGB32);
    const auto plane = static_cast<std::size_t>(input.side) * static_cast<std::size_t>(input.side);
    for (int y = 0; y < input.side; ++y) {
        for (int x = 0; x < input.side; ++x) {
            const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(input.side) + static_cast<std::size_t>(x);
            const auto channel = [&](std::size_t c) { return input.values[(input.channels == 1 ? 0 : c) * plane + at]; };
            image.setPixel(x, y, qRgb(channel(0), channel(1), channel(2)));
        }
    }
    return image;
}

} // namespace

TryInput::TryInput(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_trial(workspace.trial()), m_strokes(new QTimer(this)), m_typing(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(newCard(), 1);
    m_trouble = new widgets::NoticeCard;
    m_trouble->setObjectName(QStringLiteral("tryTrouble"));
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_drop = new widgets::DropZone(widgets::Symbol::PictureAdd, tr("Or drop a picture here"), tr("You can also paste one, or"));
    m_drop->setHotText(tr("Drop to see what every method says"));
    auto *choose = new Button(Button::Look::Link, tr("choose a file…"));
    choose->setObjectName(QStringLiteral("choosePicture"));
    choose->setAccessibleName(tr("Choose a picture to try"));
    connect(choose, &QAbstractButton::clicked, this, &TryInput::choosePicture);
    m_drop->addAction(choose);
    connect(m_drop, &widgets::DropZone::pathsDropped, this, [this](const QStringList &paths) { openPicture(paths.front()); });
    connect(m_drop, &widgets::DropZone::pictureDropped, this, &TryInput::takePicture);
    column->addWidget(m_drop);

    m_strokes->setSingleShot(true);
    m_strokes->setInterval(kStrokePause);
    connect(m_strokes, &QTimer::timeout, this, &TryInput::takeDrawing);
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingPause);
    connect(m_typing, &QTimer::timeout, this, &TryInput::takeSentence);
    connect(&workspace, &models::Workspace::labChanged, this, &TryInput::takeLab);
    connect(&m_trial, &Trial::changed, this, &TryInput::refresh);
    takeLab();
}

QWidget *TryInput::newCard()
{
    auto *card = new widgets::Card(tr("Try it"));
    card->setObjectName(QStringLiteral("tryInput"));
    m_kind = new widgets::SegmentedControl({tr("Draw"), tr("Picture")});
    m_kind->setObjectName(QStringLiteral("tryKind"));
    m_kind->setAccessibleName(tr("What to show"));
    connect(m_kind, &widgets::SegmentedControl::currentChanged, this, &TryInput::showInput);
    card->addHeaderWidget(m_kind);
    m_input = new QStackedWidget;
    m_pad = new widgets::DrawPad;
    m_pad->setObjectName(QStringLiteral("pad"));
    connect(m_pad, &widgets::DrawPad::changed, this, [this] {
        if (!m_strokes->isActive())
            m_strokes->start();
    });
    m_input->addWidget(m_pad);
    m_picture = widgets::label(tr("No picture yet: drop, paste or choose one below."), TextSize::Body, Tone::Secondary, QFont::Normal, true);
    m_picture->setObjectName(QStringLiteral("tryPicture"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(140, 140);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_input->addWidget(m_picture);
    m_sentence = new QPlainTextEdit;
    m_sentence->setObjectName(QStringLiteral("trySentence"));
    m_sentence->setPlaceholderText(tr("Type a sentence, and every method says which class it takes it for."));
    m_sentence->setAccessibleName(tr("Sentence to try"));
    m_sentence->setTabChangesFocus(true);
    m_sentence->setMinimumHeight(90);
    connect(m_sentence, &QPlainTextEdit::textChanged, this, [this] { m_typing->start(); });
    m_input->addWidget(m_sentence);
    card->body()->addWidget(m_input, 1);
    card->body()->addWidget(newPadRow());
    return card;
}

QWidget *TryInput::newPadRow()
{
    m_padRow = new QWidget;
    auto *row = new QHBoxLayout(m_padRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_undoStroke = new Button(Button::Look::Small, widgets::Symbol::Undo, tr("Undo stroke"));
    m_undoStroke->setObjectName(QStringLiteral("undoStroke"));
    connect(m_undoStroke, &QAbstractButton::clicked, m_pad, &widgets::DrawPad::undoStroke);
    row->addWidget(m_undoStroke);
    m_clear = new Button(Button::Look::Small, widgets::Symbol::Trash, tr("Clear"));
    m_clear->setObjectName(QStringLiteral("clearPad"));
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        m_pad->clear();
        if (m_input->currentIndex() == Picture)
            setExample({}, {});
    });
    row->addWidget(m_clear);
    m_seenWords = widgets::label(tr("what the model sees"), TextSize::Smallest, Tone::Secondary, QFont::Normal, true);
    m_seenWords->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_seenWords, 1);
    m_seen = new QLabel;
    m_seen->setObjectName(QStringLiteral("seen"));
    m_seen->setFixedSize(kSeenSide, kSeenSide);
    m_seen->setAccessibleName(tr("What the model sees"));
    row->addWidget(m_seen);
    return m_padRow;
}

void TryInput::takeLab()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    const bool text = m_workspace.modality() == Modality::Text;
    const bool inks = lab && lab->model && lab->model->model.card.framing == Framing::InkOnBlack;
    if (const QString path = lab ? lab->path : QString(); path != m_labPath) {
        m_labPath = path;
        m_pad->clear();
        m_sentence->clear();
        m_kind->setCurrentIndex(inks ? Draw : Picture);
        showInput(m_kind->currentIndex());
    }
    if (text)
        m_input->setCurrentIndex(Sentence);
    else if (m_input->currentIndex() == Sentence)
        m_input->setCurrentIndex(m_kind->currentIndex());
    m_kind->setVisible(!text);
    m_padRow->setVisible(!text);
    m_drop->setVisible(!text);
    refresh();
}

void TryInput::showInput(int index)
{
    m_input->setCurrentIndex(index);
    m_undoStroke->setVisible(index == Draw);
    setExample({}, {});
    if (index == Draw)
        takeDrawing();
}

void TryInput::setExample(const QByteArray &bytes, const QImage &picture)
{
    m_trouble->hide();
    m_shownPicture = picture;
    const runner::LabViewPtr &lab = m_workspace.lab();
    QImage seen;
    if (!picture.isNull() && lab && lab->model) {
        const ModelCard &card = lab->model->model.card;
        seen = seenImage(media::frame(picture, card, card.workingSize));
    }
    QPixmap shown;
    if (!seen.isNull()) {
        shown = QPixmap::fromImage(seen.scaled(m_seen->size() * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
        shown.setDevicePixelRatio(devicePixelRatioF());
    }
    m_seen->setPixmap(shown);
    m_seenWords->setVisible(!seen.isNull());
    if (m_input->currentIndex() == Picture) {
        if (picture.isNull())
            m_picture->setText(tr("No picture yet: drop, paste or choose one below."));
        else
            m_picture->setPixmap(QPixmap::fromImage(
                picture.scaled(m_picture->size().expandedTo({140, 140}), Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    }
    m_trial.setExample(bytes);
}

void TryInput::takeDrawing()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    // As the samples of a model of characters are; other models know drawings on paper.
    const bool inks = lab && lab->model && lab->model->model.card.framing == Framing::InkOnBlack;
    const QImage picture = m_pad->picture(inks);
    if (m_input->currentIndex() == Draw)
        setExample(picture.isNull() ? QByteArray() : pngOf(picture), picture);
}

void TryInput::takePicture(const QByteArray &bytes)
{
    if (m_workspace.modality() == Modality::Text)
        return;
    const auto picture = media::decode(bytes, kLookedAtSide);
    if (m_input->currentIndex() != Picture) {
        m_kind->setCurrentIndex(Picture);
        showInput(Picture);
    }
    if (picture)
        setExample(bytes, *picture);
    else
        setTrouble(m_trouble, picture.error());
}

void TryInput::openPicture(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile) {
        setTrouble(m_trouble, Error {ErrorCode::PictureUnreadable, {QFileInfo(path).fileName().toStdString(), "not-a-picture"}, {}});
        return;
    }
    takePicture(file.readAll());
}

void TryInput::takeSentence()
{
    if (m_input->currentIndex() == Sentence) // else it was emptied for another lab
        m_trial.setExample(m_sentence->toPlainText().trimmed().toUtf8());
}

void TryInput::choosePicture()
{
    QStringList endings;
    for (const QString &suffix : media::pictureSuffixes())
        endings << QStringLiteral("*.") + suffix;
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a picture to try"), {},
                                                      tr("Pictures (%1)").arg(endings.join(QLatin1Char(' '))));
    if (!path.isEmpty())
        openPicture(path);
}

void TryInput::refresh()
{
    m_clear->setEnabled(m_input->currentIndex() == Draw ? !m_pad->isEmpty() : !m_shownPicture.isNull());
    m_undoStroke->setEnabled(!m_pad->isEmpty());
    if (m_trial.error())
        setTrouble(m_trouble, *m_trial.error());
}

bool TryInput::takes(const QMimeData *mime) const
{
    return m_workspace.modality() == Modality::Picture
        && (!widgets::localPaths(mime).isEmpty() || !widgets::picturePng(mime).isEmpty());
}

void TryInput::show(const QMimeData *mime)
{
    if (const QStringList paths = widgets::localPaths(mime); !paths.isEmpty())
        openPicture(paths.front());
    else if (const QByteArray png = widgets::picturePng(mime); !png.isEmpty())
        takePicture(png);
}

} // namespace shotlab::pages
