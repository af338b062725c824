// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/RunListModel.h"

#include <algorithm>

#include "models/ChartFeed.h"
#include "text/Sentences.h"
#include "widgets/RunListView.h"

namespace shotlab::models
{

namespace
{

bool sameCells(const runner::ComparisonView &a, const runner::ComparisonView &b)
{
    return a.comparison.id == b.comparison.id && a.comparison.plan.arms == b.comparison.plan.arms
        && std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(), [](const auto &x, const auto &y) {
               return x.summary.arm == y.summary.arm && x.summary.shots == y.summary.shots;
           });
}

widgets::RunRowState rowState(const runner::CellView &cell)
{
    if (cell.running)
        return widgets::RunRowState::Running;
    if (cell.finishedDraws > 0)
        return widgets::RunRowState::Done;
    return cell.failedDraws > 0 ? widgets::RunRowState::Failed : widgets::RunRowState::Queued;
}

QStringList tagsOf(const CellMark &mark)
{
    QStringList tags;
    for (const std::string &tag : mark.tags)
        tags << QString::fromStdString(tag);
    return tags;
}

} // namespace

RunListModel::RunListModel(QObject *parent) : QAbstractListModel(parent) { }

void RunListModel::setComparison(const runner::ComparisonViewPtr &comparison, const std::vector<LayerNode> &tree)
{
    m_tree = tree;
    const bool same = comparison && m_comparison && sameCells(*comparison, *m_comparison);
    if (!same) {
        beginResetModel();
        m_comparison = comparison;
        m_rows = order();
        endResetModel();
        return;
    }
    m_comparison = comparison;
    sortRows();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

std::vector<int> RunListModel::order() const
{
    std::vector<int> rows;
    if (!m_comparison)
        return rows;
    const std::vector<runner::CellView> &cells = m_comparison->cells;
    for (int i = 0; i < static_cast<int>(cells.size()); ++i) {
        if (!isFloor(m_comparison->comparison.plan.arms[static_cast<std::size_t>(cells[static_cast<std::size_t>(i)].summary.arm)]
                         .kind))
            rows.push_back(i);
    }
    const auto value = [&](int row) {
        const runner::CellView &cell = cells[static_cast<std::size_t>(row)];
        return cell.finishedDraws > 0 ? cell.summary.accuracy.mean : -1.0;
    };
    const auto shots = [&](int row) { return cells[static_cast<std::size_t>(row)].summary.shots; };
    // Best first would make rows jump while numbers still move.
    const bool settled = m_comparison->state != runner::ComparisonState::Running;
    std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
        if ((value(a) < 0) != (value(b) < 0))
            return value(b) < 0;
        if (shots(a) != shots(b))
            return shots(a) > shots(b);
        return settled && value(a) > value(b);
    });
    return rows;
}

void RunListModel::sortRows()
{
    std::vector<int> rows = order();
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before) {
        const int cell = m_rows[static_cast<std::size_t>(old.row())];
        after.append(index(static_cast<int>(std::find(rows.begin(), rows.end(), cell) - rows.begin())));
    }
    m_rows = std::move(rows);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void RunListModel::setHiddenArms(const std::vector<int> &arms)
{
    m_hidden = arms;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {widgets::RunHiddenRole});
}

QModelIndex RunListModel::find(int arm, Shots shots) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const runner::CellView &cell = m_comparison->cells[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)])];
        if (cell.summary.arm == arm && cell.summary.shots == shots)
            return index(row);
    }
    return {};
}

int RunListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QString RunListModel::detail(const runner::CellView &cell) const
{
    const QString shots = cell.summary.shots == Shots(0) ? tr("names only") : text::shotsShort(cell.summary.shots);
    if (cell.plannedDraws <= 1 && cell.summary.shots == Shots(0))
        return shots;
    if (cell.finishedDraws == 0 || cell.finishedDraws >= cell.plannedDraws)
        return tr("%1 · %2").arg(shots, text::drawsText(cell.plannedDraws));
    return tr("%1 · %2 of %3").arg(shots, text::numberText(cell.finishedDraws), text::drawsText(cell.plannedDraws));
}

const CellMark &RunListModel::mark(const runner::CellView &cell) const
{
    static const CellMark kNone;
    const CellMarks &marks = m_comparison->comparison.marks;
    const auto found = marks.find({cell.summary.arm, cell.summary.shots});
    return found == marks.end() ? kNone : found->second;
}

QString RunListModel::spoken(const runner::CellView &cell) const
{
    QString words = tr("%1, %2, %3")
                        .arg(armTitle(*m_comparison, cell.summary.arm, m_tree), detail(cell),
                             cell.finishedDraws > 0 ? text::percentText(cell.summary.accuracy.mean) : tr("waiting"));
    const CellMark &said = mark(cell);
    if (!said.tags.empty())
        words += tr(", tags: %1").arg(text::listText(tagsOf(said)));
    if (!said.note.empty())
        words += tr(", note: %1").arg(QString::fromStdString(said.note));
    return words;
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const runner::CellView &cell = m_comparison->cells[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(index.row())])];
    const int arm = cell.summary.arm;
    const Arm &settings = m_comparison->comparison.plan.arms[static_cast<std::size_t>(arm)];
    const bool done = cell.finishedDraws > 0;
    switch (role) {
    case widgets::RunTitleRole:
        return armTitle(*m_comparison, arm, m_tree);
    case Qt::AccessibleTextRole:
        return spoken(cell);
    case widgets::RunArmKindRole:
        return static_cast<int>(settings.kind);
    case widgets::RunVariantRole:
        return armVariant(m_comparison->comparison.plan.arms, arm);
    case widgets::RunDetailRole:
        return detail(cell);
    case widgets::RunStateRole:
        return static_cast<int>(rowState(cell));
    case widgets::RunValueRole:
        return done ? text::percentText(cell.summary.accuracy.mean) : QString();
    case widgets::RunRangeRole:
        if (cell.running)
            return tr("%1 of %2").arg(text::numberText(cell.finishedDraws), text::numberText(cell.plannedDraws));
        return done ? text::intervalText(cell.summary.accuracy) : QString();
    case widgets::RunProgressRole:
        return cell.plannedDraws > 0 ? static_cast<double>(cell.finishedDraws) / cell.plannedDraws : 0.0;
    case widgets::RunSentenceRole:
        return cell.failure ? text::failedDrawsSentence(cell.failedDraws, cell.plannedDraws, *cell.failure) : QString();
    case widgets::RunHollowRole:
        return !done || (cell.summary.testLuckOnly && usesExamples(settings.kind));
    case widgets::RunHiddenRole:
        return std::find(m_hidden.begin(), m_hidden.end(), arm) != m_hidden.end();
    case widgets::RunTagsRole:
        return tagsOf(mark(cell));
    case widgets::RunNoteRole:
        return QString::fromStdString(mark(cell).note);
    case SecondsRole:
        return done ? cell.summary.seconds : -1.0;
    case ArmRole:
        return arm;
    case ShotsRole:
        return cell.summary.shots.perClass();
    case AccuracyRole:
        return done ? QVariant(cell.summary.accuracy.mean) : QVariant();
    case SortRole:
        return done ? cell.summary.accuracy.mean : -1.0;
    default:
        return {};
    }
}

} // namespace shotlab::models
