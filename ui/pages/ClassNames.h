// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "lab/Lab.h"
#include "runner/ClassWords.h"
#include "runner/Views.h"
#include "widgets/Card.h"

class QGridLayout;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace shotlab::widgets
{
class FlowLayout;
}

namespace shotlab::pages
{

/// One class and what it is called: its name and description for the model, its names for people and, where the model's own
/// names are at hand, which of those mean the class.
class ClassNames : public widgets::Card
{
    Q_OBJECT

public:
    /// labels: the model's names, in the order of its outputs, for the search box; outlives the card.
    ClassNames(Modality modality, QStringListModel *labels, QWidget *parent = nullptr);

    void setClass(const LabClass &labClass, const std::vector<std::string> &sourceLabels, bool readOnly);

    /// Names of the model that are near in meaning, the nearest first.
    void setAdvice(const std::vector<runner::LinkAdvice::Near> &nearest);

Q_SIGNALS:
    void wordsChanged(const shotlab::runner::ClassWords &words);
    void linksChanged(const std::vector<int> &links);

private:
    QLineEdit *addField(QGridLayout *grid, int row, int column, const QString &title, const QString &name);
    void addBridge();
    void sendWords();
    void addLink(const QString &label);
    void refreshLinks();
    /// How the names stand to what the model knows.
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] std::vector<int> suggestions() const;
    [[nodiscard]] QString labelName(int label) const;

    Modality m_modality;
    QStringListModel *m_labels;
    LabClass m_class;
    std::vector<std::string> m_sourceLabels;
    std::vector<runner::LinkAdvice::Near> m_nearest; ///< empty: not known
    bool m_readOnly = false;
    bool m_showsAll = false;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_english = nullptr;
    QLineEdit *m_chinese = nullptr;
    QLineEdit *m_description = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_verdict = nullptr;
    widgets::FlowLayout *m_links = nullptr;
    widgets::FlowLayout *m_suggestions = nullptr;
};

} // namespace shotlab::pages
