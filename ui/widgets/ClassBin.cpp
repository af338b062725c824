// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/ClassBin.h"

#include <functional>
#include <utility>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QToolTip>
#include <QVBoxLayout>

#include "text/Numbers.h"
#include "text/Phrases.h"
#include "widgets/Controls.h"
#include "widgets/DashedFrame.h"
#include "widgets/Drops.h"
#include "widgets/Labels.h"

namespace shotlab::widgets
{

namespace
{

constexpr int kSide = 56;
constexpr int kCompactSide = 36;
constexpr int kNameInset = 6; // frame, padding and margin of the name's line edit

/// The invitation of a class without pictures.
QWidget *emptyBody(Button *choose, QWidget *parent)
{
    auto *body = new QWidget(parent);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(new SymbolLabel(Symbol::PictureAdd, Ink::Faint, 22), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(label(ClassBin::tr("Drop pictures of this class here, or paste them."), TextSize::Secondary, Tone::Text,
                           QFont::Normal, true));
    words->addWidget(label(ClassBin::tr("One is enough to begin; five to ten show more."), TextSize::Smallest, Tone::Secondary,
                           QFont::Normal, true));
    words->addWidget(choose, 0, Qt::AlignLeft);
    row->addLayout(words, 1);
    return body;
}

/// A line that takes several pasted lines as they are instead of joining them.
class LineEntry : public QLineEdit
{
public:
    LineEntry(std::function<void(const QString &)> takeLines, QWidget *parent)
        : QLineEdit(parent), m_takeLines(std::move(takeLines))
    {
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const QString pasted
            = event->matches(QKeySequence::Paste) ? QGuiApplication::clipboard()->text().trimmed() : QString();
        if (pasted.contains(u'\n'))
            m_takeLines(pasted);
        else
            QLineEdit::keyPressEvent(event);
    }

private:
    std::function<void(const QString &)> m_takeLines;
};

/// A name that can be edited in its place; one that is too long ends in "…" until then.
class NameEdit : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QStyleOptionFrame option;
        initStyleOption(&option);
        const QRect room = textRoom(option);
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, room.width());
        if (hasFocus() || shown == text()) {
            QLineEdit::paintEvent(event);
            return;
        }
        QPainter painter(this);
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
        style()->drawItemText(&painter, room, Qt::AlignLeft | Qt::AlignVCenter, palette(), isEnabled(), shown, QPalette::Text);
    }
    bool event(QEvent *event) override
    {
        QStyleOptionFrame option;
        initStyleOption(&option);
        if (event->type() == QEvent::ToolTip && fontMetrics().horizontalAdvance(text()) > textRoom(option).width()) {
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text().toHtmlEscaped(), this);
            return true;
        }
        return QLineEdit::event(event);
    }

private:
    [[nodiscard]] QRect textRoom(const QStyleOptionFrame &option) const
    {
        constexpr int kMargin = 2; // QLineEdit's own
        return style()->subElementRect(QStyle::SE_LineEditContents, &option, this).adjusted(kMargin, 0, -kMargin, 0);
    }
};

} // namespace

ClassBin::ClassBin(QWidget *parent) : QFrame(parent)
{
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14 - kNameInset, 11, 14, 12);
    column->setSpacing(3);

    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(8);
    m_name = new NameEdit(this);
    m_name->setProperty("inPlace", true);
    m_name->setFrame(false);
    m_name->setFont(widgets::font(TextSize::Body, QFont::DemiBold));
    m_name->setPlaceholderText(tr("Name of the class"));
    m_name->setAccessibleName(tr("Name of the class"));
    m_count = label({}, TextSize::Secondary, Tone::Secondary);
    titleRow->addWidget(m_name, 1);
    titleRow->addWidget(m_count);
    column->addLayout(titleRow);

    auto *detailRow = new QHBoxLayout;
    detailRow->setSpacing(6);
    detailRow->setContentsMargins(kNameInset, 0, 0, 0); // below the name's text, not its frame
    m_detailIcon = new SymbolLabel(Symbol::Warning, Ink::Warning, 15, this);
    m_detail = label({}, TextSize::Secondary, Tone::Secondary, QFont::Normal, true);
    detailRow->addWidget(m_detailIcon);
    detailRow->addWidget(m_detail, 1);
    column->addLayout(detailRow);
    column->addSpacing(8);

    auto *body = new QVBoxLayout;
    body->setContentsMargins(kNameInset, 0, 0, 0);
    m_strip = new ThumbnailStrip(this);
    body->addWidget(m_strip);
    m_sentences = new SentenceStrip(this);
    body->addWidget(m_sentences);
    m_entry = new LineEntry([this](const QString &lines) { Q_EMIT linesEntered(lines); }, this);
    m_entry->setObjectName(QStringLiteral("sentenceEntry"));
    m_entry->setPlaceholderText(tr("Type a sentence and press Enter, or paste several"));
    connect(m_entry, &QLineEdit::returnPressed, this, &ClassBin::enter);
    body->addSpacing(4);
    body->addWidget(m_entry);
    auto *choose = new Button(Button::Look::Link, tr("Choose pictures…"), this);
    m_empty = emptyBody(choose, this);
    body->addWidget(m_empty);
    column->addLayout(body);
    column->addStretch(1);

    connect(m_strip, &ThumbnailStrip::activated, this, &ClassBin::exampleActivated);
    connect(m_sentences, &SentenceStrip::activated, this, &ClassBin::exampleActivated);
    connect(choose, &QAbstractButton::clicked, this, &ClassBin::chooseRequested);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const QString entered = m_name->text().trimmed();
        if (entered.isEmpty())
            m_name->setText(m_lastName);
        else if (entered != m_lastName) {
            m_lastName = entered;
            refresh();
            Q_EMIT renamed(entered);
        }
    });
    refresh();
}

void ClassBin::setName(const QString &name)
{
    m_lastName = name;
    if (!m_name->hasFocus()) // never under the user's cursor
        m_name->setText(name);
    m_name->setCursorPosition(0);
    refresh();
}

QString ClassBin::name() const { return m_lastName; }

void ClassBin::setCounts(int learning, int testing)
{
    m_learning = learning;
    m_testing = testing;
    refresh();
}

void ClassBin::setThumbnails(const std::vector<Thumbnail> &thumbnails) { m_strip->setThumbnails(thumbnails); }

void ClassBin::setSentences(const std::vector<Sentence> &sentences) { m_sentences->setSentences(sentences); }

void ClassBin::setModality(Modality modality)
{
    if (m_modality == modality)
        return;
    m_modality = modality;
    refresh();
}

void ClassBin::enter()
{
    const QString sentence = m_entry->text().trimmed();
    m_entry->clear();
    if (!sentence.isEmpty())
        Q_EMIT linesEntered(sentence);
}

void ClassBin::setNote(const QString &warning)
{
    m_note = warning;
    refresh();
}

void ClassBin::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    setAcceptDrops(!readOnly);
    m_name->setReadOnly(readOnly);
    refresh();
}

void ClassBin::setCompact(bool compact)
{
    m_compact = compact;
    m_strip->setSide(compact ? kCompactSide : kSide);
    m_strip->setMaximumShown(compact ? 5 : 4);
    m_sentences->setMaximumShown(compact ? 2 : 3);
    layout()->setContentsMargins(compact ? QMargins(11 - kNameInset, 6, 11, 9) : QMargins(14 - kNameInset, 11, 14, 12));
    refresh();
}

QString ClassBin::dropHint() const { return m_hint; }

void ClassBin::refresh()
{
    const int total = m_learning + m_testing;
    const bool empty = total == 0;
    const bool isText = m_modality == Modality::Text;
    const QString nothing = isText ? tr("no sentences yet") : tr("no pictures yet");
    m_strip->setTotal(total);
    m_strip->setVisible(!empty && !isText);
    m_strip->setDimmed(m_hot);
    m_sentences->setTotal(total);
    m_sentences->setVisible(!empty && isText);
    m_sentences->setDimmed(m_hot);
    m_entry->setVisible(isText && !m_readOnly && (!m_compact || empty));
    m_entry->setAccessibleName(tr("New sentence for %1").arg(m_lastName));
    m_empty->setVisible(empty && !m_readOnly && !isText);
    m_count->setText(empty ? nothing : text::contentText(m_modality, total));

    const QString counts = empty
        ? QString()
        : tr("%1 for learning · %2 locked for testing").arg(text::numberText(m_learning), text::numberText(m_testing));
    const bool warns = !m_hot && !m_note.isEmpty();
    m_detailIcon->setVisible(warns);
    m_detail->setText(m_hot ? m_hint : (warns ? m_note : counts));
    setTone(m_detail, m_hot ? Tone::Accent : (warns ? Tone::Warning : Tone::Secondary));
    m_detail->setTextFont(widgets::font(TextSize::Secondary, m_hot ? QFont::DemiBold : QFont::Normal));
    const bool inTitle = m_compact && !warns;
    m_detail->setVisible(!inTitle && !m_detail->text().isEmpty());
    if (m_compact && m_hot) {
        m_count->setText(m_hint);
        m_detail->setVisible(false);
    }
    setTone(m_count, m_compact && m_hot ? Tone::Accent : Tone::Secondary);
    m_count->setTextFont(widgets::font(TextSize::Secondary, m_compact && m_hot ? QFont::DemiBold : QFont::Normal));

    setAccessibleName(m_lastName.isEmpty() ? tr("Class without a name") : tr("Class %1").arg(m_lastName));
    setAccessibleDescription(empty ? nothing
                                   : text::listText({text::contentText(m_modality, total), warns ? m_note : counts}));
    update();
}

void ClassBin::setHot(const QString &hint)
{
    m_hot = !hint.isEmpty();
    m_hint = hint;
    refresh();
}

void ClassBin::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool empty = m_learning + m_testing == 0;
    drawDropFrame(painter, rect(), m_hot ? DropState::Hot : (empty ? DropState::Empty : DropState::Cold));
}

QString ClassBin::fileHint(qsizetype files) const
{
    const QString what = files == 1 ? tr("it") : tr("%1 files").arg(text::numberText(files));
    if (m_compact)
        return tr("Drop to add %1").arg(what);
    return tr("Drop to add %1 to %2").arg(what, m_lastName.isEmpty() ? tr("this class") : m_lastName);
}

void ClassBin::dragEnterEvent(QDragEnterEvent *event)
{
    const QString name = m_lastName.isEmpty() ? tr("this class") : m_lastName;
    const auto paths = localPaths(event->mimeData()).size();
    const auto examples = static_cast<qsizetype>(examplesOf(event->mimeData()).size());
    if (examples > 0)
        setHot(tr("Drop to move %1 to %2").arg(text::contentText(m_modality, examples), name));
    else if (paths > 0)
        setHot(fileHint(paths));
    else if (event->mimeData()->hasImage())
        setHot(tr("Drop to add 1 picture to %1").arg(name));
    else if (m_modality == Modality::Text && event->mimeData()->hasText())
        setHot(tr("Drop to add these lines to %1").arg(name));
    else
        return;
    event->acceptProposedAction();
}

void ClassBin::dragLeaveEvent(QDragLeaveEvent *) { setHot({}); }

void ClassBin::dropEvent(QDropEvent *event)
{
    setHot({});
    event->acceptProposedAction();
    if (const std::vector<qint64> ids = examplesOf(event->mimeData()); !ids.empty())
        Q_EMIT examplesDropped(ids);
    else if (const QStringList paths = localPaths(event->mimeData()); !paths.isEmpty())
        Q_EMIT filesDropped(paths);
    else if (const QByteArray png = picturePng(event->mimeData()); !png.isEmpty())
        Q_EMIT pictureDropped(png);
    else if (m_modality == Modality::Text && event->mimeData()->hasText())
        Q_EMIT linesEntered(event->mimeData()->text());
}

void ClassBin::keyPressEvent(QKeyEvent *event)
{
    if (!m_readOnly && event->matches(QKeySequence::Paste)) {
        const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
        if (const QStringList paths = localPaths(clipboard); !paths.isEmpty())
            Q_EMIT filesDropped(paths);
        else if (const QByteArray png = picturePng(clipboard); !png.isEmpty())
            Q_EMIT pictureDropped(png);
        else if (m_modality == Modality::Text && clipboard->hasText())
            Q_EMIT linesEntered(clipboard->text());
    } else if (!m_readOnly && event->matches(QKeySequence::Delete)) {
        Q_EMIT removeRequested();
    } else if (!m_readOnly && event->key() == Qt::Key_F2) {
        m_name->setFocus(Qt::ShortcutFocusReason);
        m_name->selectAll();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void ClassBin::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_readOnly)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isText = m_modality == Modality::Text;
    connect(menu->addAction(icon(isText ? Symbol::Table : Symbol::PictureAdd),
                            isText ? tr("Choose text files…") : tr("Choose pictures…")),
            &QAction::triggered, this,
            &ClassBin::chooseRequested);
    connect(menu->addAction(icon(Symbol::Pencil), tr("Rename")), &QAction::triggered, this, [this] {
        m_name->setFocus(Qt::ShortcutFocusReason);
        m_name->selectAll();
    });
    connect(menu->addAction(icon(Symbol::Trash), tr("Remove this class")), &QAction::triggered, this, &ClassBin::removeRequested);
    menu->popup(event->globalPos());
}

} // namespace shotlab::widgets
