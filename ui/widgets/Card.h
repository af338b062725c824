// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include "widgets/Icons.h"

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace shotlab::widgets
{

class ElidedLabel;
class SymbolLabel;

/// A bordered box with a title row and a body: the building stone of every page.
class Card : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Plain, Tinted, Warning, Failed, Dashed, Selected };

    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title); ///< ends in "…" where there is no room
    [[nodiscard]] QString title() const;
    void setSubtitle(const QString &subtitle); ///< grey, beside the title
    void setDescription(const QString &description); ///< grey, below the title, wraps
    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void addHeaderWidget(QWidget *widget); ///< right end of the title row
    void addLeadingSymbol(Symbol symbol, Ink ink); ///< left of the title
    void setHeaderVisible(bool visible);
    [[nodiscard]] QVBoxLayout *body() { return m_body; }

private:
    Kind m_kind = Kind::Plain;
    QWidget *m_header = nullptr;
    ElidedLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QLabel *m_description = nullptr;
    QHBoxLayout *m_headerRow = nullptr;
    QVBoxLayout *m_body = nullptr;
};

/// Sentence on a card about trouble: icon, bold line, grey lines, buttons below.
class NoticeCard : public Card
{
    Q_OBJECT

public:
    enum class Mood { Info, Warning, Error, Outdated };

    explicit NoticeCard(QWidget *parent = nullptr);
    void setNotice(Mood mood, const QString &what, const QString &more);
    void addAction(QWidget *button);

private:
    SymbolLabel *m_icon = nullptr;
    QLabel *m_what = nullptr;
    QLabel *m_more = nullptr;
    QHBoxLayout *m_actions = nullptr;
};

} // namespace shotlab::widgets
