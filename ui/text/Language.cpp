// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace shotlab::text
{

const std::vector<Language> &allLanguages()
{
    static const std::vector<Language> languages {Language::English, Language::Chinese};
    return languages;
}

QString languageTitle(Language language)
{
    return language == Language::Chinese ? QStringLiteral("简体中文") : QStringLiteral("English");
}

QString languageCode(Language language) { return language == Language::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"); }

std::optional<Language> languageFromCode(const QString &code)
{
    for (const Language language : allLanguages()) {
        if (languageCode(language) == code)
            return language;
    }
    return std::nullopt;
}

Language systemLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &name : wanted) {
        const QLocale::Language language = QLocale(name).language();
        if (language == QLocale::Chinese)
            return Language::Chinese;
        if (language == QLocale::English)
            return Language::English;
    }
    return Language::English;
}

Translation::~Translation()
{
    if (QCoreApplication::instance() == nullptr)
        return;
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qtWords);
}

void Translation::choose(std::optional<Language> choice)
{
    m_choice = choice;
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qtWords);
    if (language() == Language::English) {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        return;
    }
    const QString code = languageCode(language());
    QLocale::setDefault(QLocale(code));
    if (m_qtWords.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
    if (m_words.load(QStringLiteral(":/i18n/shotlab_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&m_words);
}

} // namespace shotlab::text
