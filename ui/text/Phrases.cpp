// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/Phrases.h"

#include <QCoreApplication>

namespace shotlab::text
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

constexpr char16_t kFullWidthStop = u'\u3002';

} // namespace

QString sentencesText(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (!sentence.isEmpty())
            text = text.isEmpty() ? sentence : Words::tr("%1 %2", "one sentence after the other").arg(text, sentence);
    }
    return text;
}

QString listText(const QStringList &words)
{
    QString text;
    for (const QString &word : words)
        text = text.isEmpty() ? word : Words::tr("%1, %2", "parts of a list").arg(text, word);
    return text;
}

QString withoutFullStop(const QString &sentence)
{
    const bool stops = sentence.endsWith(QLatin1Char('.')) || sentence.endsWith(QChar(kFullWidthStop));
    return stops ? sentence.chopped(1) : sentence;
}

} // namespace shotlab::text
