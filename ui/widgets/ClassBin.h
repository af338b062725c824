// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QFrame>
#include <QStringList>

#include "lab/ModelCard.h"
#include "widgets/SentenceStrip.h"
#include "widgets/ThumbnailStrip.h"

class QLineEdit;

namespace shotlab::widgets
{

class Button;
class SymbolLabel;
class TextLabel;

/// One class and its examples. Files, folders and pictures of other classes can be dropped on it; its name is edited in place.
class ClassBin : public QFrame
{
    Q_OBJECT

public:
    explicit ClassBin(QWidget *parent = nullptr);

    void setName(const QString &name);
    [[nodiscard]] QString name() const;
    void setCounts(int learning, int testing);
    /// What the examples are: sentences are shown as lines, and typed or pasted one per line.
    void setModality(Modality modality);
    void setThumbnails(const std::vector<Thumbnail> &thumbnails);
    void setSentences(const std::vector<Sentence> &sentences);
    void setNote(const QString &warning); ///< "9 for learning: k = 10 is out of reach"; empty: the counts are shown
    void setReadOnly(bool readOnly);
    void setCompact(bool compact); ///< workbench: 36 px pictures, counts in the title row only
    [[nodiscard]] bool isHot() const { return m_hot; }
    [[nodiscard]] QString dropHint() const; ///< what a drop would do right now

Q_SIGNALS:
    void renamed(const QString &name);
    void filesDropped(const QStringList &paths);
    void examplesDropped(const std::vector<qint64> &ids);
    void pictureDropped(const QByteArray &png); ///< picture data from a browser or the clipboard (Ctrl V)
    void linesEntered(const QString &text); ///< sentences typed, pasted or dropped, one per line
    void chooseRequested(); ///< "Choose pictures…" or "Choose text files…"
    void removeRequested();
    void exampleActivated(qint64 id); ///< 0: all of them

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void refresh();
    void setHot(const QString &hint);
    void enter();
    [[nodiscard]] QString fileHint(qsizetype files) const;

    QLineEdit *m_name = nullptr;
    TextLabel *m_count = nullptr;
    TextLabel *m_detail = nullptr;
    SymbolLabel *m_detailIcon = nullptr;
    ThumbnailStrip *m_strip = nullptr;
    SentenceStrip *m_sentences = nullptr;
    QLineEdit *m_entry = nullptr; ///< for typing a sentence
    QWidget *m_empty = nullptr; ///< invitation of a class without pictures
    Modality m_modality = Modality::Picture;
    QString m_lastName;
    QString m_note;
    QString m_hint;
    int m_learning = 0;
    int m_testing = 0;
    bool m_hot = false;
    bool m_readOnly = false;
    bool m_compact = false;
};

} // namespace shotlab::widgets
