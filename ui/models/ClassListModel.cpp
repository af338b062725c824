// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ClassListModel.h"

#include <algorithm>

#include <QMimeData>
#include <QUrl>

#include "text/Names.h"
#include "text/Numbers.h"

namespace shotlab::models
{

ClassListModel::ClassListModel(QObject *parent) : QAbstractListModel(parent) { }

void ClassListModel::setLab(const runner::LabViewPtr &lab)
{
    m_modality = lab && lab->model ? lab->model->model.card.modality : Modality::Picture;
    std::vector<runner::ClassView> classes = lab ? lab->classes : std::vector<runner::ClassView>();
    const bool sameRows = std::equal(classes.begin(), classes.end(), m_classes.begin(), m_classes.end(),
                                     [](const auto &a, const auto &b) { return a.labClass.id == b.labClass.id; });
    if (!sameRows) {
        beginResetModel();
        m_classes = std::move(classes);
        endResetModel();
        return;
    }
    for (std::size_t row = 0; row < classes.size(); ++row) {
        const runner::ClassView &before = m_classes[row];
        const bool same = before.labClass == classes[row].labClass && before.poolCount == classes[row].poolCount
            && before.testCount == classes[row].testCount && before.examples == classes[row].examples;
        if (same)
            continue;
        m_classes[row] = std::move(classes[row]);
        const QModelIndex changed = index(static_cast<int>(row));
        Q_EMIT dataChanged(changed, changed);
    }
}

int ClassListModel::rowOf(ClassId id) const
{
    const auto found
        = std::find_if(m_classes.begin(), m_classes.end(), [id](const auto &view) { return view.labClass.id == id; });
    return found == m_classes.end() ? -1 : static_cast<int>(found - m_classes.begin());
}

int ClassListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_classes.size());
}

QVariant ClassListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const runner::ClassView &view = m_classes[static_cast<std::size_t>(index.row())];
    const int total = static_cast<int>(view.examples.size());
    switch (role) {
    case Qt::DisplayRole:
        return text::classTitle(view.labClass);
    case Qt::EditRole:
    case NameRole:
        return QString::fromStdString(view.labClass.name);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(text::classTitle(view.labClass), text::contentText(m_modality, total));
    case IdRole:
        return static_cast<qlonglong>(view.labClass.id.value);
    case PoolRole:
        return view.poolCount;
    case TestRole:
        return view.testCount;
    case TotalRole:
        return total;
    case ExamplesRole: {
        QVector<qlonglong> ids;
        ids.reserve(static_cast<qsizetype>(view.examples.size()));
        for (const ExampleId id : view.examples)
            ids.append(id.value);
        return QVariant::fromValue(ids);
    }
    default:
        return {};
    }
}

bool ClassListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || name.isEmpty())
        return false;
    const LabClass &labClass = m_classes[static_cast<std::size_t>(index.row())].labClass;
    if (name.toStdString() == labClass.name)
        return false;
    // The lab answers with a new snapshot; until then the old name stays.
    Q_EMIT renameWanted(labClass.id, name);
    return true;
}

Qt::ItemFlags ClassListModel::flags(const QModelIndex &index) const
{
    // Dropped on no row at all, files become classes of their own.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDropEnabled | Qt::ItemNeverHasChildren;
}

QStringList ClassListModel::mimeTypes() const { return {QStringLiteral("text/uri-list")}; }

QStringList ClassListModel::localPaths(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

bool ClassListModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &) const
{
    return data->hasUrls() && !localPaths(data).isEmpty();
}

bool ClassListModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    if (parent.isValid())
        Q_EMIT filesDropped(localPaths(data), m_classes[static_cast<std::size_t>(parent.row())].labClass.id);
    else
        Q_EMIT classesDropped(localPaths(data));
    return true;
}

} // namespace shotlab::models
