// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/SettingsDialog.h"

#include <algorithm>

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPointer>
#include <QThreadPool>
#include <QVBoxLayout>

#include "runner/CacheFolder.h"
#include "text/Numbers.h"
#include "widgets/Card.h"
#include "widgets/Controls.h"
#include "widgets/Labels.h"

namespace shotlab::shell
{

using widgets::Button;
using widgets::SchemeChoice;
using widgets::SegmentedControl;
using widgets::TextSize;
using widgets::Tone;

namespace
{

constexpr int kWidth = 560;
constexpr int kMargin = 18;

/// Does something with files away from the window, then something with the window.
template<typename Work, typename Then> void inBackground(QObject *context, Work work, Then then)
{
    QThreadPool::globalInstance()->start([context = QPointer(context), work, then] {
        auto result = work();
        QMetaObject::invokeMethod(
            qApp,
            [context, result, then] {
                if (context)
                    then(result);
            },
            Qt::QueuedConnection);
    });
}

} // namespace

SettingsDialog::SettingsDialog(models::Workspace &workspace, widgets::ThemeSwitch &theme, text::Translation *translation,
                               QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_theme(theme), m_translation(translation)
{
    setObjectName(QStringLiteral("settings"));
    new QVBoxLayout(this);
    layout()->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    setFixedWidth(kWidth);
    build();
    connect(&workspace, &models::Workspace::comparisonChanged, this, &SettingsDialog::measureCache);
    connect(&theme, &widgets::ThemeSwitch::schemeChanged, this, &SettingsDialog::build);
}

void SettingsDialog::build()
{
    m_buildingSoon = false;
    setWindowTitle(tr("Settings"));
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was just clicked
        delete item;
    }
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    const auto section = [column](const QString &title, QWidget *body) {
        column->addWidget(widgets::label(title, TextSize::CardTitle, Tone::Text, QFont::DemiBold));
        column->addWidget(body);
        column->addSpacing(8);
    };
    if (m_translation != nullptr)
        section(QStringLiteral("Language · 语言"), languageChoice());
    section(tr("Look"), themeChoice());
    section(tr("Kept to be quick"), cacheRow());
    section(tr("Keys"), keyTable());
    auto *close = new Button(Button::Look::Plain, tr("Close"));
    close->setObjectName(QStringLiteral("closeSettings"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::close);
    column->addWidget(close, 0, Qt::AlignRight);
    layout()->addWidget(content);
    adjustSize();
    measureCache();
}

QWidget *SettingsDialog::languageChoice()
{
    QStringList titles {tr("As the system")};
    int current = 0;
    const std::vector<text::Language> &languages = text::allLanguages();
    for (std::size_t i = 0; i < languages.size(); ++i) {
        titles << text::languageTitle(languages[i]);
        if (m_translation->choice() == languages[i])
            current = static_cast<int>(i) + 1;
    }
    auto *choice = new SegmentedControl(titles);
    choice->setObjectName(QStringLiteral("languageChoice"));
    choice->setAccessibleName(QStringLiteral("Language · 语言"));
    choice->setCurrentIndex(current);
    connect(choice, &SegmentedControl::currentChanged, this, [this, &languages](int index) {
        m_translation->choose(index == 0 ? std::nullopt : std::optional(languages[static_cast<std::size_t>(index) - 1]));
    });
    return choice;
}

QWidget *SettingsDialog::themeChoice()
{
    auto *choice = new SegmentedControl({tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast")});
    choice->setObjectName(QStringLiteral("themeChoice"));
    choice->setAccessibleName(tr("Look"));
    choice->setCurrentIndex(static_cast<int>(m_theme.choice()));
    connect(choice, &SegmentedControl::currentChanged, this,
            [this](int index) { m_theme.setChoice(static_cast<SchemeChoice>(index)); });
    return choice;
}

QWidget *SettingsDialog::cacheRow()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(14);
    m_cache = widgets::label({}, TextSize::Body, Tone::Secondary, QFont::Normal, true);
    m_cache->setObjectName(QStringLiteral("cacheSize"));
    line->addWidget(m_cache, 1);
    m_clear = new Button(Button::Look::Small, widgets::Symbol::Trash, tr("Clear"));
    m_clear->setObjectName(QStringLiteral("clearCache"));
    m_clear->setAccessibleName(tr("Clear what is kept to be quick"));
    connect(m_clear, &QAbstractButton::clicked, this, &SettingsDialog::clearCache);
    line->addWidget(m_clear, 0, Qt::AlignTop);
    return row;
}

QWidget *SettingsDialog::keyTable()
{
    auto *table = new QWidget;
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(5);
    const std::pair<QKeySequence, QString> keys[] = {
        {Qt::CTRL | Qt::Key_R, tr("Run the comparison")}, {Qt::CTRL | Qt::Key_Period, tr("Stop it")},
        {QKeySequence::Undo, tr("Undo")},                 {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, tr("Redo")},
        {QKeySequence::New, tr("To the start page")},     {QKeySequence::Open, tr("Open a lab")},
        {Qt::CTRL | Qt::Key_1, tr("First of the steps; 2 to 4 for the others")},
    };
    int row = 0;
    for (const auto &[sequence, meaning] : keys) {
        grid->addWidget(widgets::label(sequence.toString(QKeySequence::NativeText), TextSize::Secondary, Tone::Text,
                                       QFont::Medium),
                        row, 0);
        grid->addWidget(widgets::label(meaning, TextSize::Secondary, Tone::Secondary), row, 1);
        ++row;
    }
    grid->addWidget(widgets::label(tr("Tab goes from control to control, arrow keys move inside lists, charts and tables."),
                                   TextSize::Secondary, Tone::Secondary, QFont::Normal, true),
                    row, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    return table;
}

void SettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !m_buildingSoon) {
        m_buildingSoon = true;
        QMetaObject::invokeMethod(this, &SettingsDialog::build, Qt::QueuedConnection);
    }
}

void SettingsDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    measureCache();
}

void SettingsDialog::measureCache()
{
    if (!isVisible())
        return;
    inBackground(this, runner::cacheBytes, [this](std::int64_t bytes) {
        const bool running = m_workspace.isRunning();
        m_cache->setText(running ? tr("%1 of pictures as the models see them. They can be cleared once the comparison is done.")
                                       .arg(text::bytesText(bytes))
                                 : tr("%1 of pictures as the models see them. Without them the next comparison takes a little "
                                      "longer; your labs and results do not need them.")
                                       .arg(text::bytesText(bytes)));
        m_clear->setEnabled(!running && bytes > 0);
        adjustSize();
    });
}

void SettingsDialog::clearCache()
{
    m_clear->setEnabled(false);
    inBackground(
        this,
        [] {
            runner::clearCache();
            return true;
        },
        [this](bool) { measureCache(); });
}

} // namespace shotlab::shell
