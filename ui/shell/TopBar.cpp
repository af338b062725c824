// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/TopBar.h"

#include <algorithm>

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

#include "models/LabCommands.h"
#include "text/Language.h"
#include "text/Catalogue.h"
#include "text/Numbers.h"
#include "widgets/Controls.h"
#include "widgets/Labels.h"
#include "widgets/Stepper.h"

namespace shotlab::shell
{

using widgets::Button;
using widgets::SchemeChoice;
using widgets::Symbol;

namespace
{

constexpr int kHeight = 58; // 57 and a line
constexpr int kLogo = 24;
constexpr int kWidestName = 300;

QStringList stepTitles() { return {TopBar::tr("Model"), TopBar::tr("Data"), TopBar::tr("Compare"), TopBar::tr("Results")}; }

/// A menu that opens under its button, right edge below right edge.
QMenu *menuBelow(Button *button)
{
    auto *menu = new QMenu(button);
    QObject::connect(button, &QAbstractButton::clicked, menu, [menu, button] {
        Q_EMIT menu->aboutToShow(); // filled, so that it knows its size
        menu->popup(button->mapToGlobal(QPoint(button->width() - menu->sizeHint().width(), button->height() + 4)));
    });
    return menu;
}

} // namespace

TopBar::TopBar(models::Workspace &workspace, widgets::ThemeSwitch &theme, text::Translation *translation, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_theme(theme), m_translation(translation)
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(kHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 0, 14, 1);
    row->setSpacing(10);
    row->addWidget(new widgets::SymbolLabel(Symbol::Shotlab, widgets::Ink::Accent, kLogo));
    row->addWidget(widgets::label(QStringLiteral("Shotlab"), widgets::TextSize::CardTitle, widgets::Tone::Text, QFont::DemiBold));
    row->addSpacing(10);

    m_lab = new Button(Button::Look::Plain);
    m_lab->setObjectName(QStringLiteral("labMenuButton"));
    m_lab->setMaximumWidth(kWidestName);
    m_labMenu = new QMenu(m_lab);
    m_labMenu->setObjectName(QStringLiteral("labMenu"));
    connect(m_labMenu, &QMenu::aboutToShow, this, &TopBar::fillLabMenu);
    m_lab->setMenu(m_labMenu);
    row->addWidget(m_lab);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("labName"));
    m_name->setFixedWidth(kWidestName);
    m_name->hide();
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const QString title = m_name->text().trimmed();
        m_name->hide();
        m_lab->show();
        if (!title.isEmpty() && m_workspace.lab() && title != text::labTitle(m_workspace.lab()->info))
            m_workspace.commands().renameLab(title);
    });
    row->addWidget(m_name);
    row->addStretch(1);

    // The stepper lies in the middle of the window, not in the middle of what the others leave.
    m_stepper = new widgets::Stepper(stepTitles(), this);
    m_stepper->setObjectName(QStringLiteral("stepper"));

    m_languageButton = new Button(Button::Look::Quiet, Symbol::Language, {});
    m_languageButton->setObjectName(QStringLiteral("language"));
    m_languageMenu = menuBelow(m_languageButton);
    m_languageMenu->setObjectName(QStringLiteral("languageMenu"));
    connect(m_languageMenu, &QMenu::aboutToShow, this, &TopBar::fillLanguageMenu);
    row->addWidget(m_languageButton);
    m_themeButton = new Button(Button::Look::Quiet);
    m_themeButton->setObjectName(QStringLiteral("theme"));
    m_themeMenu = menuBelow(m_themeButton);
    m_themeMenu->setObjectName(QStringLiteral("themeMenu"));
    connect(m_themeMenu, &QMenu::aboutToShow, this, &TopBar::fillThemeMenu);
    row->addWidget(m_themeButton);
    m_settings = new Button(Button::Look::Quiet, Symbol::Settings, {});
    m_settings->setObjectName(QStringLiteral("settingsButton"));
    connect(m_settings, &QAbstractButton::clicked, this, &TopBar::settingsRequested);
    row->addWidget(m_settings);
    m_primary = new Button(Button::Look::Primary);
    m_primary->setObjectName(QStringLiteral("primary"));
    connect(m_primary, &QAbstractButton::clicked, this, &TopBar::primaryClicked);
    row->addWidget(m_primary);

    QWidget::setTabOrder(m_lab, m_stepper);
    QWidget::setTabOrder(m_stepper, m_languageButton);
    QWidget::setTabOrder(m_languageButton, m_themeButton);
    QWidget::setTabOrder(m_themeButton, m_settings);
    QWidget::setTabOrder(m_settings, m_primary);
    connect(&workspace, &models::Workspace::labChanged, this, &TopBar::takeLab);
    connect(&theme, &widgets::ThemeSwitch::schemeChanged, this, &TopBar::showTheme);
    showTheme();
    reword();
}

void TopBar::reword()
{
    m_name->setAccessibleName(tr("Name of the lab"));
    m_stepper->setTitles(stepTitles());
    // The word in both languages: whoever cannot read the present one must still find it.
    m_languageButton->setHint(QStringLiteral("Language · 语言"));
    m_languageButton->setVisible(m_translation != nullptr);
    m_themeButton->setHint(tr("Light, dark or high contrast"));
    m_settings->setHint(tr("Settings"));
    takeLab();
    placeStepper();
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const widgets::Tokens &tokens = widgets::currentTokens();
    painter.fillRect(rect(), tokens.card);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeStepper();
}

void TopBar::placeStepper()
{
    layout()->activate();
    const int left = (m_lab->isVisible() ? m_lab->geometry().right() : m_name->geometry().right()) + 16;
    const int right = (m_translation != nullptr ? m_languageButton : m_themeButton)->geometry().left() - 16;
    m_stepper->setShort(false);
    m_stepper->setShort(m_stepper->sizeHint().width() > right - left);
    const QSize size = m_stepper->sizeHint();
    const int centred = (width() - size.width()) / 2;
    const int x = std::clamp(centred, left, std::max(left, right - size.width()));
    m_stepper->setGeometry(x, (height() - 1 - size.height()) / 2, size.width(), size.height());
}

void TopBar::setLabShown(bool shown)
{
    m_lab->setVisible(shown);
    m_name->hide();
    m_stepper->setVisible(shown);
    m_primary->setVisible(shown);
    placeStepper();
}

void TopBar::setPrimary(Symbol symbol, const QString &text, bool enabled)
{
    m_primary->setSymbol(symbol);
    m_primary->setText(text);
    m_primary->setEnabled(enabled);
    placeStepper();
}

void TopBar::takeLab()
{
    const runner::LabViewPtr &lab = m_workspace.lab();
    if (!lab)
        return;
    const QString title = text::labTitle(lab->info);
    const QString whole = lab->classes.empty()
        ? title
        : tr("%1, %2").arg(title, text::classesText(static_cast<std::int64_t>(lab->classes.size())));
    m_lab->setText(whole);
    m_lab->setToolTip(lab->path);
    m_lab->setAccessibleName(tr("Lab %1").arg(title));
    placeStepper();
}

void TopBar::beginRename()
{
    if (!m_workspace.lab() || m_workspace.lab()->readOnly)
        return;
    m_name->setText(text::labTitle(m_workspace.lab()->info));
    m_lab->hide();
    m_name->show();
    m_name->selectAll();
    m_name->setFocus();
}

void TopBar::fillLabMenu()
{
    m_labMenu->clear();
    const runner::LabViewPtr &lab = m_workspace.lab();
    if (!lab)
        return;
    QAction *rename = m_labMenu->addAction(widgets::icon(Symbol::Pencil), tr("Rename"), this, &TopBar::beginRename);
    rename->setEnabled(!lab->readOnly);
    m_labMenu->addAction(widgets::icon(Symbol::Copy), tr("Save a copy…"), this, &TopBar::saveCopyRequested);
    QAction *report = m_labMenu->addAction(widgets::icon(Symbol::Download), tr("Save report…"), this, &TopBar::reportRequested);
    report->setObjectName(QStringLiteral("saveReport"));
    report->setEnabled(m_workspace.hasResults());
    if (lab->comparisons.size() > 1) {
        QMenu *earlier = m_labMenu->addMenu(tr("Comparisons"));
        earlier->setEnabled(!m_workspace.isRunning());
        for (std::size_t i = lab->comparisons.size(); i > 0; --i) {
            const ComparisonId id = lab->comparisons[i - 1];
            QAction *action = earlier->addAction(tr("Comparison %1").arg(i));
            action->setCheckable(true);
            action->setChecked(m_workspace.comparison() && m_workspace.comparison()->comparison.id == id);
            connect(action, &QAction::triggered, this, [this, id] { m_workspace.commands().showComparison(id); });
        }
    }
    m_labMenu->addSeparator();
    m_labMenu->addAction(widgets::icon(Symbol::OpenFile), tr("Open another lab…"), this, &TopBar::openRequested);
    m_labMenu->addAction(widgets::icon(Symbol::Plus), tr("New lab"), this, &TopBar::startPageRequested);
    m_labMenu->addAction(widgets::icon(Symbol::Cross), tr("Close this lab"), this, &TopBar::closeRequested);
}

void TopBar::fillLanguageMenu()
{
    m_languageMenu->clear();
    auto *group = new QActionGroup(m_languageMenu);
    const auto add = [&](const QString &title, std::optional<text::Language> choice) {
        QAction *action = m_languageMenu->addAction(title, this, [this, choice] { m_translation->choose(choice); });
        action->setCheckable(true);
        action->setChecked(m_translation->choice() == choice);
        group->addAction(action);
    };
    add(tr("As the system"), std::nullopt);
    for (const text::Language language : text::allLanguages())
        add(text::languageTitle(language), language);
}

void TopBar::fillThemeMenu()
{
    m_themeMenu->clear();
    auto *group = new QActionGroup(m_themeMenu);
    const auto add = [&](const QString &text, SchemeChoice choice) {
        QAction *action = m_themeMenu->addAction(text, this, [this, choice] { m_theme.setChoice(choice); });
        action->setCheckable(true);
        action->setChecked(m_theme.choice() == choice);
        group->addAction(action);
    };
    add(tr("As the system"), SchemeChoice::System);
    add(tr("Light"), SchemeChoice::Light);
    add(tr("Dark"), SchemeChoice::Dark);
    add(tr("High contrast"), SchemeChoice::HighContrast);
}

void TopBar::showTheme() { m_themeButton->setSymbol(m_theme.scheme() == widgets::Scheme::Light ? Symbol::Moon : Symbol::Sun); }

} // namespace shotlab::shell
