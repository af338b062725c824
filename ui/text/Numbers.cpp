// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/Numbers.h"

#include <cmath>

#include <QCoreApplication>

namespace shotlab::text
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

const QChar kNoBreak(0x00A0);
const QChar kRangeDash(0x2013);
constexpr double kSameDistance = 0.001; ///< a tenth of a point, the last digit shown

/// "7" + "s" with the space that keeps them together.
QString withUnit(const QString &number, const QString &unit) { return number + kNoBreak + unit; }

/// Chinese counts in ten thousands and hundred millions.
QString weightsInMyriads(double count)
{
    constexpr double kMyriad = 1e4;
    constexpr double kMyriadMyriads = 1e8;
    if (count < kMyriad)
        return numberText(std::llround(count));
    if (count < kMyriadMyriads)
        return withUnit(decimalText(count / kMyriad, count < 99.95 * kMyriad ? 1 : 0), QStringLiteral("万"));
    return withUnit(decimalText(count / kMyriadMyriads), QStringLiteral("亿"));
}

} // namespace

QLocale displayLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::Chinese ? locale : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QString numberText(std::int64_t number) { return displayLocale().toString(static_cast<qlonglong>(number)); }

QString decimalText(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    const QString digits = displayLocale().toString(std::abs(rounded), 'f', decimals);
    return rounded < 0 ? QChar(0x2212) + digits : digits;
}

QString percentText(double share, int decimals) { return withUnit(decimalText(100 * share, decimals), QStringLiteral("%")); }

QString intervalText(const Estimate &estimate)
{
    if (!estimate.low || !estimate.high)
        return {};
    const double below = estimate.mean - *estimate.low;
    const double above = *estimate.high - estimate.mean;
    if (std::abs(above - below) > kSameDistance)
        return decimalText(100 * *estimate.low) + kRangeDash + decimalText(100 * *estimate.high);
    return withUnit(QStringLiteral("±"), decimalText(50 * (*estimate.high - *estimate.low)));
}

QString estimateText(const Estimate &estimate)
{
    const QString mean = decimalText(100 * estimate.mean);
    const QString interval = intervalText(estimate);
    if (interval.isEmpty())
        return mean;
    return mean + kNoBreak + (interval.contains(kRangeDash) ? QStringLiteral("[%1]").arg(interval) : interval);
}

QString pointsText(double share) { return Words::tr("%1 points").arg(decimalText(100 * share)); }

QString rangeText(double low, double high) { return Words::tr("%1 to %2").arg(decimalText(100 * low), decimalText(100 * high)); }

QString weightsText(std::int64_t weights, Precision precision)
{
    const auto count = static_cast<double>(weights);
    if (displayLocale().language() == QLocale::Chinese)
        return weightsInMyriads(count);
    if (weights < 1000)
        return numberText(weights);
    if (count < 9950)
        return withUnit(decimalText(count / 1e3), Words::tr("k", "thousand"));
    if (count < 99500)
        return withUnit(decimalText(count / 1e3, 0), Words::tr("k", "thousand"));
    const int decimals = precision == Precision::Fine && count < 9.995e6 ? 2 : 1;
    return withUnit(decimalText(count / 1e6, decimals), Words::tr("M", "million"));
}

QString bytesText(std::int64_t bytes)
{
    const auto count = static_cast<double>(bytes);
    if (count < 1e3)
        return withUnit(numberText(bytes), QStringLiteral("B"));
    if (count < 999.5e3)
        return withUnit(decimalText(count / 1e3, 0), QStringLiteral("kB"));
    if (count < 999.5e6)
        return withUnit(decimalText(count / 1e6), QStringLiteral("MB"));
    return withUnit(decimalText(count / 1e9), QStringLiteral("GB"));
}

QString durationText(double seconds)
{
    const QString s = Words::tr("s", "seconds");
    if (seconds < 1)
        return Words::tr("under %1").arg(withUnit(numberText(1), s));
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    const QString min = Words::tr("min", "minutes");
    if (whole < 60)
        return withUnit(numberText(whole), s);
    if (whole < 3600) {
        const QString minutes = withUnit(numberText(whole / 60), min);
        return whole % 60 == 0 ? minutes : minutes + kNoBreak + withUnit(numberText(whole % 60), s);
    }
    const std::int64_t minutes = (whole + 30) / 60;
    const QString hours = withUnit(numberText(minutes / 60), Words::tr("h", "hours"));
    return minutes % 60 == 0 ? hours : hours + kNoBreak + withUnit(numberText(minutes % 60), min);
}

QString aboutDurationText(double seconds)
{
    if (seconds < 1)
        return durationText(seconds);
    double step = 1;
    if (seconds >= 600)
        step = 60;
    else if (seconds >= 60)
        step = 10;
    else if (seconds >= 10)
        step = 5;
    return Words::tr("about %1").arg(durationText(std::round(seconds / step) * step));
}

QString timeLeftText(double seconds) { return Words::tr("%1 left").arg(aboutDurationText(seconds)); }

QString momentText(const QDateTime &moment, const QDateTime &now)
{
    const QLocale locale = displayLocale();
    const QDateTime local = moment.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QString time = locale.toString(local.time(), QStringLiteral("H:mm"));
    if (local.date() == today)
        return Words::tr("Today, %1").arg(time);
    if (local.date() == today.addDays(-1))
        return Words::tr("Yesterday, %1").arg(time);
    if (local.date().year() == today.year())
        return locale.toString(local.date(), Words::tr("d MMMM", "date without year, QDate format"));
    return locale.toString(local.date(), Words::tr("d MMMM yyyy", "date with year, QDate format"));
}

QString picturesText(std::int64_t count)
{
    return count == 1 ? Words::tr("1 picture") : Words::tr("%1 pictures").arg(numberText(count));
}
QString examplesText(std::int64_t count)
{
    return count == 1 ? Words::tr("1 example") : Words::tr("%1 examples").arg(numberText(count));
}

QString sentencesText(std::int64_t count)
{
    return count == 1 ? Words::tr("1 sentence") : Words::tr("%1 sentences").arg(numberText(count));
}

QString contentText(Modality modality, std::int64_t count)
{
    return modality == Modality::Text ? sentencesText(count) : picturesText(count);
}

QString classesText(std::int64_t count)
{
    return count == 1 ? Words::tr("1 class") : Words::tr("%1 classes").arg(numberText(count));
}
QString drawsText(std::int64_t count) { return count == 1 ? Words::tr("1 draw") : Words::tr("%1 draws").arg(numberText(count)); }
QString runsText(std::int64_t count) { return count == 1 ? Words::tr("1 run") : Words::tr("%1 runs").arg(numberText(count)); }

} // namespace shotlab::text
