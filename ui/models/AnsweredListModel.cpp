// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/AnsweredListModel.h"

#include <algorithm>
#include <tuple>

#include "models/ChartFeed.h"
#include "text/Sentences.h"
#include "widgets/AnsweredListView.h"

namespace shotlab::models
{

namespace
{

std::vector<ExampleId> idsOf(const std::vector<runner::AnsweredExample> &examples)
{
    std::vector<ExampleId> ids;
    for (const runner::AnsweredExample &example : examples)
        ids.push_back(example.id);
    return ids;
}

} // namespace

AnsweredListModel::AnsweredListModel(Workspace &workspace, QObject *parent) : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace.thumbnails(), &ThumbnailCache::arrived, this, &AnsweredListModel::allChanged);
    connect(&workspace.sentences(), &SentenceCache::arrived, this, &AnsweredListModel::allChanged);
    connect(&workspace, &Workspace::labChanged, this, &AnsweredListModel::allChanged);
    refresh();
}

void AnsweredListModel::refresh()
{
    const std::optional<runner::MixUpExamplesView> &view = m_workspace.mixUpExamples();
    std::vector<runner::AnsweredExample> rows = view ? sorted(view->examples) : std::vector<runner::AnsweredExample>();
    if (idsOf(rows) == idsOf(m_rows)) {
        m_rows = std::move(rows);
        allChanged();
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void AnsweredListModel::setOrder(Order order)
{
    m_order = order;
    beginResetModel();
    m_rows = sorted(std::move(m_rows));
    endResetModel();
}

std::vector<runner::AnsweredExample> AnsweredListModel::sorted(std::vector<runner::AnsweredExample> examples) const
{
    std::stable_sort(examples.begin(), examples.end(), [this](const auto &a, const auto &b) {
        switch (m_order) {
        case Order::SurestFirst:
            break;
        case Order::LeastSureFirst:
            return a.asked.confidence < b.asked.confidence;
        case Order::MostOftenFirst:
            return std::tuple(b.asked.given, b.asked.confidence) < std::tuple(a.asked.given, a.asked.confidence);
        }
        return b.asked.confidence < a.asked.confidence;
    });
    return examples;
}

void AnsweredListModel::allChanged()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const Example *AnsweredListModel::inLab(ExampleId id) const
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    const auto found = lab ? lab->examples.find(id) : std::map<ExampleId, Example>::const_iterator();
    return lab && found != lab->examples.end() ? &found->second : nullptr;
}

bool AnsweredListModel::isLeftOut(int row) const { return inLab(exampleAt(row)) == nullptr; }

int AnsweredListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QString AnsweredListModel::className(int place) const
{
    return text::classTitle(m_workspace.comparison()->comparison.classes.at(static_cast<std::size_t>(place)));
}

QString AnsweredListModel::title(const runner::AnsweredExample &example) const
{
    const QString sure = text::percentText(example.asked.confidence, 0);
    return example.asked.draws < 2
        ? tr("%1 sure").arg(sure)
        : tr("%1 sure, in %2 of %3").arg(sure, text::numberText(example.asked.given), text::drawsText(example.asked.draws));
}

QString AnsweredListModel::state(const runner::AnsweredExample &example) const
{
    const Example *now = inLab(example.id);
    if (now == nullptr)
        return tr("Left out");
    const int trueClass = m_workspace.mixUpExamples()->trueClass;
    if (now->classId == m_workspace.comparison()->comparison.classes.at(static_cast<std::size_t>(trueClass)).id)
        return {};
    for (const runner::ClassView &view : m_workspace.lab()->classes) {
        if (view.labClass.id == now->classId)
            return tr("Moved to “%1”").arg(text::classTitle(view.labClass));
    }
    return {};
}

QVariant AnsweredListModel::marks(const runner::AnsweredExample &example) const
{
    const runner::ComparisonView &comparison = *m_workspace.comparison();
    const std::vector<Arm> &arms = comparison.comparison.arms();
    std::vector<widgets::AnswerMark> marks;
    for (const runner::ArmAnswer &answer : example.answers) {
        marks.push_back({arms.at(static_cast<std::size_t>(answer.arm)).kind, armVariant(arms, answer.arm),
                         armTitle(comparison, answer.arm, m_workspace.tree()), className(answer.answer),
                         text::percentText(answer.confidence, 0), answer.answer == m_workspace.mixUpExamples()->trueClass});
    }
    return QVariant::fromValue(marks);
}

QString AnsweredListModel::spoken(const runner::AnsweredExample &example) const
{
    QStringList parts;
    const bool isText = m_workspace.modality() == Modality::Text;
    const Example *now = inLab(example.id);
    if (isText)
        parts << m_workspace.sentences().sentence(example.id);
    else if (now != nullptr && !now->origin.empty())
        parts << QString::fromStdString(now->origin);
    parts << title(example);
    for (const runner::ArmAnswer &answer : example.answers)
        parts << tr("%1 says %2, %3 sure")
                     .arg(armTitle(*m_workspace.comparison(), answer.arm, m_workspace.tree()), className(answer.answer),
                          text::percentText(answer.confidence, 0));
    if (const QString changed = state(example); !changed.isEmpty())
        parts << changed;
    return parts.join(QStringLiteral(" · "));
}

QVariant AnsweredListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_workspace.comparison() || !m_workspace.mixUpExamples())
        return {};
    const runner::AnsweredExample &example = m_rows[static_cast<std::size_t>(index.row())];
    const bool isText = m_workspace.modality() == Modality::Text;
    switch (role) {
    case widgets::AnsweredTitleRole:
        return title(example);
    case widgets::AnsweredPictureRole:
        return isText ? QVariant() : QVariant(m_workspace.thumbnails().picture(example.id));
    case widgets::AnsweredSentenceRole: {
        const QString sentence = isText ? m_workspace.sentences().sentence(example.id) : QString();
        return isText && sentence.isEmpty() ? QStringLiteral("…") : sentence;
    }
    case widgets::AnsweredOriginRole: {
        const Example *now = inLab(example.id);
        return now != nullptr ? QString::fromStdString(now->origin) : QString();
    }
    case widgets::AnsweredMarksRole:
        return marks(example);
    case widgets::AnsweredStateRole:
        return state(example);
    case Qt::AccessibleTextRole:
        return spoken(example);
    default:
        return {};
    }
}

} // namespace shotlab::models
