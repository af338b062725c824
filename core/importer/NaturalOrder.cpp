// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importer/NaturalOrder.h"

#include <QStringView>

namespace shotlab::importer
{

namespace
{

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// Takes the digits at the front, without leading zeros.
QStringView takeNumber(QStringView &text)
{
    qsizetype end = 0;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    QStringView number = text.first(end);
    while (number.size() > 1 && number.front() == u'0')
        number = number.sliced(1);
    text = text.sliced(end);
    return number;
}

int compareNumbers(QStringView a, QStringView b)
{
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

int compareParts(QStringView a, QStringView b)
{
    while (!a.isEmpty() && !b.isEmpty()) {
        int order = 0;
        if (isDigit(a.front()) && isDigit(b.front())) {
            order = compareNumbers(takeNumber(a), takeNumber(b));
        } else {
            order = int(a.front().toCaseFolded().unicode()) - int(b.front().toCaseFolded().unicode());
            a = a.sliced(1);
            b = b.sliced(1);
        }
        if (order != 0)
            return order;
    }
    return int(!a.isEmpty()) - int(!b.isEmpty());
}

} // namespace

bool naturallyBefore(const QString &a, const QString &b)
{
    const int order = compareParts(a, b);
    return order != 0 ? order < 0 : a < b;
}

} // namespace shotlab::importer
