// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include <QAbstractItemModel>
#include <QWidget>

#include "lab/Result.h"

class QGridLayout;

namespace shotlab::widgets
{
class DropZone;
class NoticeCard;
} // namespace shotlab::widgets

namespace shotlab::pages
{

class SampleCard;

/// "What would you like to find out?": samples, own data, recent labs.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    /// Both models outlive the page.
    StartPage(QAbstractItemModel *samples, QAbstractItemModel *recent, QWidget *parent = nullptr);

    /// Something could not be opened; the sentence stands above the cards until the next attempt.
    /// A damaged lab can be rescued from there.
    void showTrouble(const Error &error);
    /// While a lab is being made or opened. subject: name of the sample or path.
    void setOpening(const QString &subject);
    void setOpened();

Q_SIGNALS:
    void sampleRequested(const QString &sample);
    void dataRequested(const QStringList &paths); ///< folders, files or a table
    void labRequested(const QString &path);
    void labSoughtAfter(const QString &path); ///< of the recent labs, and no longer at this path
    void rescueRequested(const QString &path); ///< what can be read of a damaged lab
    void labForgotten(const QString &path); ///< to be taken out of the recent labs
    void emptyLabRequested();
    void openFileRequested(); ///< the user wants to choose a lab file

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuildSamples();
    void layCards();
    [[nodiscard]] QWidget *exampleFolder();
    void chooseFolder();
    void chooseTable();

    QAbstractItemModel *m_samples;
    QGridLayout *m_cards = nullptr;
    QWidget *m_labs = nullptr;
    int m_columns = 0;
    QString m_formats; ///< which files are understood
    std::vector<SampleCard *> m_sampleCards;
    widgets::DropZone *m_own = nullptr;
    QWidget *m_example = nullptr;
    widgets::NoticeCard *m_trouble = nullptr;
    QWidget *m_rescue = nullptr;
    QString m_damaged; ///< path of the lab that the trouble is about
};

} // namespace shotlab::pages
