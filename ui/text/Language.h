// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QTranslator>

/// Which language Shotlab speaks. Window and command line share it, so both say the same words.
namespace shotlab::text
{

enum class Language { English, Chinese };
[[nodiscard]] const std::vector<Language> &allLanguages();
/// In the language itself, never translated: whoever cannot read the present one has to find their own.
[[nodiscard]] QString languageTitle(Language language);
[[nodiscard]] QString languageCode(Language language); ///< "en", "zh_CN"
[[nodiscard]] std::optional<Language> languageFromCode(const QString &code);

/// The first of the user's languages that Shotlab speaks (LC_ALL, LC_MESSAGES, LANG; LANGUAGE), else English.
[[nodiscard]] Language systemLanguage();

/// Puts a language into force for the whole program: sentences, numbers, dates, Qt's own words. Every window gets a
/// QEvent::LanguageChange. One object per program; it takes its words back when it goes.
class Translation
{
public:
    Translation() = default;
    ~Translation();
    Translation(const Translation &) = delete;
    Translation &operator=(const Translation &) = delete;

    /// Nothing = as the system.
    void choose(std::optional<Language> choice);
    [[nodiscard]] std::optional<Language> choice() const { return m_choice; }
    [[nodiscard]] Language language() const { return m_choice.value_or(systemLanguage()); }

private:
    std::optional<Language> m_choice;
    QTranslator m_words;
    QTranslator m_qtWords; ///< file dialogs and context menus; stay English where Qt's translations are not installed
};

} // namespace shotlab::text
