// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/SettingsTableModel.h"

#include <algorithm>
#include <array>
#include <functional>

#include <QFont>

#include "models/ChartFeed.h"
#include "text/Sentences.h"
#include "widgets/Theme.h"

namespace shotlab::models
{

namespace
{

struct Side {
    const runner::ComparisonView &comparison;
    const std::vector<LayerNode> &tree;
    const runner::CellView &cell;

    [[nodiscard]] const Arm &arm() const
    {
        return comparison.comparison.arms().at(static_cast<std::size_t>(cell.summary.arm));
    }
    [[nodiscard]] QString number(const char *key) const
    {
        return arm().settings.contains(key) ? QString::number(shotlab::number(arm().settings, key)) : QString();
    }
    [[nodiscard]] QString named(const char *key) const { return QString::fromStdString(word(arm().settings, key)); }
    [[nodiscard]] CellMark mark() const
    {
        const auto found = comparison.comparison.marks.find({cell.summary.arm, cell.summary.shots});
        return found == comparison.comparison.marks.end() ? CellMark {} : found->second;
    }
};

using Value = std::function<QString(const Side &)>;

QString accuracy(const Side &side)
{
    const Estimate &accuracy = side.cell.summary.accuracy;
    if (side.cell.finishedDraws == 0)
        return {};
    const QString mean = text::percentText(accuracy.mean);
    return accuracy.low && accuracy.high
        ? SettingsTableModel::tr("%1 (%2)", "accuracy, range").arg(mean, text::rangeText(*accuracy.low, *accuracy.high))
        : mean;
}

QString optimiser(const Side &side)
{
    const QString name = side.named("optimiser");
    if (name == QLatin1String("adam"))
        return QStringLiteral("Adam");
    return name == QLatin1String("adamw") ? QStringLiteral("AdamW") : name.toUpper();
}

QString steps(const Side &side) { return side.number(side.cell.summary.shots <= Shots(10) ? "steps-few" : "steps-many"); }

QString headFirst(const Side &side)
{
    const QString value = side.named("head-first");
    if (value.isEmpty())
        return {};
    return value == QLatin1String("yes") ? SettingsTableModel::tr("yes") : SettingsTableModel::tr("no");
}

QString batchNorm(const Side &side)
{
    const QString value = side.named("batch-norm");
    if (value.isEmpty())
        return {};
    return value == QLatin1String("train") ? SettingsTableModel::tr("learnt anew") : SettingsTableModel::tr("kept");
}

QString tags(const Side &side)
{
    QStringList tags;
    for (const std::string &tag : side.mark().tags)
        tags << QString::fromStdString(tag);
    return text::listText(tags);
}

QString retention(const Side &side)
{
    const std::optional<RetentionSummary> &kept = side.cell.summary.retention;
    return kept ? SettingsTableModel::tr("%1, %2 before").arg(text::percentText(kept->after), text::percentText(kept->before))
                : QString();
}

/// Settings first, then what came of them.
std::vector<std::pair<QString, Value>> questions()
{
    const auto setting = [](const char *key) { return [key](const Side &side) { return side.number(key); }; };
    const auto done = [](auto value) {
        return [value](const Side &side) { return side.cell.finishedDraws > 0 ? value(side) : QString(); };
    };
    return {
        {SettingsTableModel::tr("Method"), [](const Side &side) { return text::armTitle(side.arm(), side.tree); }},
        {SettingsTableModel::tr("Examples per class"), [](const Side &side) { return text::shotsText(side.cell.summary.shots); }},
        {SettingsTableModel::tr("Training steps"), steps},
        {SettingsTableModel::tr("Examples in one step"), setting("batch")},
        {SettingsTableModel::tr("Optimiser"), optimiser},
        {SettingsTableModel::tr("Learning rate"), setting("lr-trunk")},
        {SettingsTableModel::tr("Learning rate of the last layer"), setting("lr-head")},
        {SettingsTableModel::tr("Weight decay"), setting("weight-decay")},
        {SettingsTableModel::tr("Last layer fitted first"), headFirst},
        {SettingsTableModel::tr("Freedom of the last layer (C)"), setting("C")},
        {SettingsTableModel::tr("Batch norm statistics"), batchNorm},
        {SettingsTableModel::tr("Sharpness of the answers"), setting("temperature")},
        {SettingsTableModel::tr("Weight of the names"), setting("name-weight")},
        {SettingsTableModel::tr("Guesses that count"), setting("labels")},
        {SettingsTableModel::tr("Draws"), [](const Side &side) { return text::numberText(side.cell.finishedDraws); }},
        {SettingsTableModel::tr("Accuracy"), accuracy},
        {SettingsTableModel::tr("Weights that changed"),
         done([](const Side &side) { return text::weightsText(side.cell.summary.trainedParameters, text::Precision::Fine); })},
        {SettingsTableModel::tr("Time of a run"),
         done([](const Side &side) { return text::durationText(side.cell.summary.seconds); })},
        {SettingsTableModel::tr("Old skill kept"), retention},
        {SettingsTableModel::tr("Tags"), tags},
        {SettingsTableModel::tr("Note"), [](const Side &side) { return QString::fromStdString(side.mark().note); }},
    };
}

const runner::CellView *cellOf(const runner::ComparisonView &comparison, const Workspace::Cell &wanted)
{
    const auto found = std::find_if(comparison.cells.begin(), comparison.cells.end(), [&](const runner::CellView &cell) {
        return cell.summary.arm == wanted.first && cell.summary.shots == wanted.second;
    });
    return found == comparison.cells.end() ? nullptr : &*found;
}

} // namespace

void SettingsTableModel::setCells(const runner::ComparisonView &comparison, const std::vector<LayerNode> &tree,
                                  const Workspace::Cell &first, const Workspace::Cell &second)
{
    beginResetModel();
    m_lines.clear();
    const std::array cells {cellOf(comparison, first), cellOf(comparison, second)};
    if (cells[0] != nullptr && cells[1] != nullptr) {
        const std::array sides {Side {comparison, tree, *cells[0]}, Side {comparison, tree, *cells[1]}};
        for (const auto &[name, value] : questions()) {
            const Line line {name, value(sides[0]), value(sides[1])};
            if (!line.first.isEmpty() || !line.second.isEmpty()) // else it says nothing about either
                m_lines.push_back(line);
        }
        for (std::size_t i = 0; i < sides.size(); ++i)
            m_titles[i] = tr("%1, %2").arg(armTitle(comparison, cells[i]->summary.arm, tree),
                                           text::shotsShort(cells[i]->summary.shots));
    }
    endResetModel();
}

int SettingsTableModel::differences() const
{
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [](const Line &line) { return line.differs(); }));
}

int SettingsTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int SettingsTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SettingsTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    const QString &value = index.column() == FirstColumn ? line.first : line.second;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn)
            return line.differs() ? QStringLiteral("≠ ") + line.name : line.name;
        return value.isEmpty() ? QStringLiteral("–") : value;
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? line.name : value;
    case Qt::AccessibleTextRole:
        return line.differs() ? tr("%1: %2 and %3, different").arg(line.name, line.first, line.second)
                              : tr("%1: %2, the same").arg(line.name, line.first);
    case Qt::FontRole:
        return widgets::font(widgets::TextSize::Secondary, line.differs() ? QFont::DemiBold : QFont::Normal);
    case DiffersRole:
        return line.differs();
    default:
        return {};
    }
}

QVariant SettingsTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || section == NameColumn)
        return {};
    return m_titles[section - FirstColumn];
}

} // namespace shotlab::models
