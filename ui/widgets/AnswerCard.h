// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "lab/Arm.h"
#include "widgets/Card.h"

class QStackedWidget;

namespace shotlab::widgets
{

class AnswerBars;
class AnswerTile;
class Button;
class ElidedLabel;
class ProgressBar;
class SymbolLabel;
class TextLabel;

/// What one method says: its most likely classes as bars, the answer large beside them, and whether it would bet on it. A method
/// that cannot answer yet says what that takes.
class AnswerCard : public Card
{
    Q_OBJECT

public:
    struct Guess {
        QString name; ///< of the class
        double share = 0; ///< 0..1
    };

    explicit AnswerCard(QWidget *parent = nullptr);

    void setMethod(ArmKind kind, int variant, const QString &title, const QString &note);
    /// guesses: best first; more than three are left out. differs: from what most methods say.
    void setAnswer(const std::vector<Guess> &guesses, bool differs);
    void setNothing(); ///< nothing to answer to
    void setTrouble(const QString &sentence);
    /// It would have to be trained; the button says what that takes.
    void setUnprepared(const QString &sentence, const QString &button, bool enabled);
    void setPreparing(const QString &sentence, double share);

    /// Not sure enough: the best class has less than half, or is ahead of the next by less than a fifth.
    [[nodiscard]] static bool wouldBet(const std::vector<Guess> &guesses);

Q_SIGNALS:
    void prepareClicked();
    void stopClicked();

private:
    void speak(const QString &what);

    QString m_method;
    SymbolLabel *m_doubtSymbol = nullptr;
    TextLabel *m_doubt = nullptr;
    QLabel *m_marker = nullptr;
    ElidedLabel *m_note = nullptr;
    ElidedLabel *m_name = nullptr;
    QStackedWidget *m_states = nullptr;
    AnswerBars *m_bars = nullptr;
    AnswerTile *m_tile = nullptr;
    TextLabel *m_verdict = nullptr;
    TextLabel *m_sentence = nullptr;
    Button *m_prepare = nullptr;
    TextLabel *m_preparing = nullptr;
    ProgressBar *m_progress = nullptr;
    Button *m_stop = nullptr;
    ArmKind m_kind = ArmKind::ZeroShot;
    int m_variant = 0;
};

} // namespace shotlab::widgets
