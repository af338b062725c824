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

QString whyWholeText(const std::string &reason)
{
    const auto says = [reason = QString::fromStdString(reason)](const char *words) { return reason.contains(QLatin1String(words)); };
    if (says("mixes the pictures") || says("depends on the others") || says("changes with the batch"))
        return Words::tr("what it makes of one example depends on the others beside it");
    if (says("different results for the same"))
        return Words::tr("its frozen part gives another result each time");
    if (says("write across the cut") || says("writes the attribute"))
        return Words::tr("it writes over values that are still needed");
    if (says("depends on the picture's contents"))
        return Words::tr("what it does next depends on what is in the example");
    if (says("batch dimension") || says("grow with the batch"))
        return Words::tr("its inner values cannot be told apart by example");
    if (says("quantised"))
        return Words::tr("its weights are stored in a packed form");
    return Words::tr("it is built in a way that Shotlab cannot follow");
}

QString withoutFullStop(const QString &sentence)
{
    const bool stops = sentence.endsWith(QLatin1Char('.')) || sentence.endsWith(QChar(kFullWidthStop));
    return stops ? sentence.chopped(1) : sentence;
}

} // namespace shotlab::text
