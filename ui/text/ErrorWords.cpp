// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/ErrorWords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include "lab/Arm.h"
#include "text/Phrases.h"

namespace shotlab::text
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};

constexpr qsizetype kListed = 4;

QString quoted(const QString &text) { return Words::tr("“%1”", "quotation marks around a name").arg(text); }

} // namespace

QString ErrorArguments::at(std::size_t index) const
{
    return index < m_arguments.size() ? QString::fromStdString(m_arguments[index]) : QString();
}

QString ErrorArguments::file(std::size_t index) const
{
    QString path = at(index);
    while (path.size() > 1 && path.endsWith(QLatin1Char('/')))
        path.chop(1);
    const QString name = QFileInfo(path).fileName();
    return name.isEmpty() ? Words::tr("This file") : quoted(name);
}

QString ErrorArguments::folder(std::size_t index) const
{
    const QString path = at(index);
    return path.isEmpty() ? Words::tr("its folder") : quoted(QFileInfo(path).path());
}

std::int64_t ErrorArguments::number(std::size_t index) const { return at(index).toLongLong(); }

QString ErrorArguments::quotedList(std::size_t index) const
{
    QStringList names;
    for (const QString &name : at(index).split(QLatin1Char(','), Qt::SkipEmptyParts))
        names << quoted(name.trimmed());
    if (names.isEmpty())
        return Words::tr("some of your classes");
    if (names.size() == 1)
        return names.first();
    if (names.size() > kListed) {
        const qsizetype more = names.size() - (kListed - 1);
        return Words::tr("%1 and %2 more").arg(listText(names.mid(0, kListed - 1))).arg(more);
    }
    const QString last = names.takeLast();
    return Words::tr("%1 and %2", "end of a list").arg(listText(names), last);
}

QString allArmNames()
{
    QStringList names;
    for (const ArmKind kind : allArmKinds()) {
        const std::string_view name = armName(kind);
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace shotlab::text
