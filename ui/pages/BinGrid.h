// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>

#include <QWidget>

#include "models/ClassListModel.h"
#include "models/Workspace.h"

class QGridLayout;

namespace shotlab::widgets
{
class ClassBin;
}

namespace shotlab::pages
{

/// The bins of all classes, as many side by side as fit; in the workbench one below the other and small.
class BinGrid : public QWidget
{
    Q_OBJECT

public:
    enum class Size { Full, Compact };
    BinGrid(models::Workspace &workspace, Size size, QWidget *parent = nullptr);

    /// A widget that follows behind the last bin ("Add a class").
    void setLast(QWidget *widget);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    widgets::ClassBin *newBin(ClassId id);
    void takeClasses(); ///< later, while another page is shown
    void fill(widgets::ClassBin *bin, const runner::ClassView &view);
    void refreshPictures();
    void layOut();
    void choosePictures(ClassId id);
    void rename(ClassId id, const QString &name);
    void removeClass(ClassId id);

    models::Workspace &m_workspace;
    Size m_size;
    models::ClassListModel m_classes;
    std::map<ClassId, widgets::ClassBin *> m_bins;
    QGridLayout *m_grid = nullptr;
    QWidget *m_last = nullptr;
    int m_columns = 0;
    bool m_stale = false; ///< changed while another page was shown
};

} // namespace shotlab::pages
