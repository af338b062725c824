// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QMap>
#include <QStringList>

#include "text/Sentences.h"

namespace shotlab::text
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

QString middot(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// A finding with its comparison, to look up what its indices mean.
struct Case {
    const Finding &finding;
    const Comparison &comparison;

    [[nodiscard]] ArmKind kind(std::size_t which) const
    {
        const int index = which < finding.arms.size() ? finding.arms[which] : -1;
        const bool known = index >= 0 && index < static_cast<int>(comparison.arms().size());
        return known ? comparison.arms()[static_cast<std::size_t>(index)].kind : ArmKind::Chance;
    }
    /// Name in the middle of a sentence, with the layers where two arms would be called the same.
    [[nodiscard]] QString arm(std::size_t which) const
    {
        const QString plain = armInSentence(kind(which));
        const QString full = which < finding.arms.size() ? armTitle(comparison.arms(), finding.arms[which]) : QString();
        const QString title = armTitle(kind(which));
        return full.size() > title.size() && full.startsWith(title)
            ? plain + full.mid(title.size()).replace(QStringLiteral(" · "), QStringLiteral(" (")) + QLatin1Char(')')
            : plain;
    }
    [[nodiscard]] bool plural(std::size_t which) const { return armIsPlural(kind(which)); }
    [[nodiscard]] QString className(std::size_t which) const
    {
        const int index = which < finding.classes.size() ? finding.classes[which] : -1;
        const bool known = index >= 0 && index < static_cast<int>(comparison.classes.size());
        return known ? classTitle(comparison.classes[static_cast<std::size_t>(index)]) : QString();
    }
    [[nodiscard]] Shots shots() const { return finding.shots.value_or(Shots(0)); }
    [[nodiscard]] QString range() const
    {
        return finding.difference.low && finding.difference.high
            ? Words::tr("95 % range %1").arg(rangeText(*finding.difference.low, *finding.difference.high))
            : QString();
    }
    [[nodiscard]] QString draws() const { return finding.draws > 0 ? drawsText(finding.draws) : QString(); }
};

/// How many times, without false precision: "1.5", "12", "40".
QString timesText(double factor)
{
    if (factor < 9.95)
        return decimalText(factor, factor < 1.95 ? 1 : 0);
    const double step = factor < 30 ? 1 : (factor < 100 ? 5 : 10);
    return numberText(std::llround(factor / step) * static_cast<std::int64_t>(step));
}

FindingText aheadText(const Case &c)
{
    const QString by = Words::tr("by %1", "ahead by").arg(pointsText(c.finding.difference.mean));
    const QString pattern = c.plural(0) ? Words::tr("%1, %2 are ahead of %3 %4.") : Words::tr("%1, %2 is ahead of %3 %4.");
    return {pattern.arg(withShots(c.shots()), c.arm(0), c.arm(1), by), by, middot({c.range(), c.draws()})};
}

FindingText cannotTellText(const Case &c)
{
    const QString not_ = Words::tr("cannot be told apart yet");
    const QString sentence = Words::tr("%1, %2 and %3 %4.").arg(withShots(c.shots()), c.arm(0), c.arm(1), not_);
    const Estimate &difference = c.finding.difference;
    const QString sign = difference.mean > 0 ? QStringLiteral("+") : QString();
    QStringList numbers {sign + pointsText(difference.mean)};
    if (difference.low && difference.high)
        numbers[0] += QStringLiteral(" (%1)").arg(rangeText(*difference.low, *difference.high));
    QString evidence = middot(numbers << c.draws());
    if (c.finding.moreDraws > 0)
        evidence += Words::tr(". About %1 more might.").arg(numberText(c.finding.moreDraws));
    return {sentence, not_, evidence};
}

FindingText namesText(const Case &c)
{
    const double worth = c.finding.value;
    if (worth <= 0)
        return {Words::tr("Names alone do no better than guessing here."), Words::tr("no better than guessing"), c.range()};
    const auto whole = std::max<std::int64_t>(1, std::llround(worth));
    const QString examples
        = whole == 1 ? Words::tr("about 1 example per class") : Words::tr("about %1 examples per class").arg(numberText(whole));
    const QString worthText = c.finding.shots ? Words::tr("more than %1").arg(shotsText(*c.finding.shots)) : examples;
    const QString own = Words::tr("names alone: %1").arg(percentText(c.finding.difference.mean));
    const QString evidence = middot({Words::tr("Compared with %1").arg(c.arm(1)), own, c.range()});
    if (c.finding.shotsTo)
        return {Words::tr("Names alone do better than %1 here: knowing them is worth %2.")
                    .arg(shotsText(*c.finding.shotsTo), worthText),
                Words::tr("better than %1").arg(shotsText(*c.finding.shotsTo)), evidence};
    return {Words::tr("Knowing only the names is worth %1 here.").arg(worthText), worthText, evidence};
}

FindingText crossingText(const Case &c)
{
    const QString upTo
        = c.shots().isAll() || c.shots().perClass() != 1 ? Words::tr("Up to %1").arg(shotsText(c.shots())) : withShots(c.shots());
    const Shots from = c.finding.shotsTo.value_or(Shots::all());
    const QString later = from.isAll() ? Words::tr("with all examples, %1").arg(c.arm(1))
                                       : Words::tr("from %1 on, %2").arg(numberText(from.perClass()), c.arm(1));
    const QString pattern = c.plural(0) ? Words::tr("%1, %2 are better; %3.") : Words::tr("%1, %2 is better; %3.");
    return {pattern.arg(upTo, c.arm(0), later), later, c.draws()};
}

FindingText pretrainingText(const Case &c)
{
    if (c.finding.value <= 1)
        return {Words::tr("What the model had learnt before brings nothing here."), Words::tr("brings nothing here"),
                middot({Words::tr("%1 against %2").arg(capitalised(c.arm(0)), c.arm(1)), c.draws()})};
    const QString times = (c.finding.shotsTo ? Words::tr("at least %1 times the examples") : Words::tr("about %1 times the examples"))
                              .arg(timesText(c.finding.value));
    return {Words::tr("Without what the model had learnt before, the same accuracy takes %1.").arg(times), times,
            middot({Words::tr("%1 against %2, at the same accuracy").arg(capitalised(c.arm(0)), c.arm(1)), c.draws()})};
}

FindingText luckText(const Case &c)
{
    const double low = c.finding.difference.low.value_or(0);
    const double high = c.finding.difference.high.value_or(0);
    const QString between = Words::tr("between %1 and %2").arg(decimalText(100 * low, 0), percentText(high, 0));
    return {Words::tr("%1, the draw decides: %2.").arg(withShots(c.shots()), between), between,
            middot({capitalised(c.arm(0)), c.draws()})};
}

/// Seconds differ from machine to machine and from run to run: two figures are all they bear.
QString timesTheTime(double factor)
{
    if (factor >= 950)
        return Words::tr("more than a thousand times the time");
    if (factor >= 150)
        return Words::tr("hundreds of times the time");
    const double step = factor < 9.5 ? 1 : (factor < 97.5 ? 5 : 10);
    return Words::tr("about %1 times the time").arg(numberText(std::llround(factor / step) * static_cast<std::int64_t>(step)));
}

FindingText priceText(const Case &c)
{
    const QString times = timesTheTime(c.finding.value);
    QStringList cost;
    if (c.finding.weights.size() == 2)
        cost << Words::tr("changes %1 weights instead of %2")
                    .arg(weightsText(c.finding.weights[0]), weightsText(c.finding.weights[1]));
    cost << shotsText(c.shots());
    if (c.finding.difference.low.value_or(0) <= 0) { // "ahead" is a claim: a gain that may be none is no gain
        const QString pattern
            = c.plural(0) ? Words::tr("Once the frozen layers have seen every example, %1 take %2 of %3 and are not ahead.") : Words::tr("Once the frozen layers have seen every example, %1 takes %2 of %3 and is not ahead.");
        return {pattern.arg(c.arm(0), times, c.arm(1)), times, capitalised(middot(cost))};
    }
    return {Words::tr("The %1 that %2 gains over %3 cost %4, once the frozen layers have seen every example.")
                .arg(pointsText(std::abs(c.finding.difference.mean)), c.arm(0), c.arm(1), times),
            times, capitalised(middot(cost))};
}

FindingText mixUpText(const Case &c)
{
    const QString share = Words::tr("%1 of cases", "in 25 % of cases").arg(percentText(c.finding.value, 0));
    return {Words::tr("%1, every method takes “%2” for “%3” in %4.")
                .arg(withShots(c.shots()), c.className(0), c.className(1), share),
            share, middot({c.draws(), Words::tr("More examples of both would help most.")})};
}

FindingText thinIceText(const Case &c)
{
    if (c.finding.draws > 0) {
        const QString draws = Words::tr("only %1").arg(c.draws());
        return {Words::tr("Every number rests on %1: other examples to learn from may well give another.").arg(draws), draws,
                Words::tr("More draws would show how much is luck.")};
    }
    const std::int64_t examples = c.finding.weights.empty() ? 0 : c.finding.weights[0];
    const QString points = pointsText(1.0 / static_cast<double>(std::max<std::int64_t>(1, examples)));
    return {Words::tr("The smallest class has only %1 for testing: a single mistake moves its own accuracy by %2.")
                .arg(examplesText(examples), points),
            points,
            sentencesText({Words::tr("It moves the accuracy over all classes by %1.").arg(pointsText(c.finding.value)),
                           Words::tr("More test examples would make every range narrower.")})};
}

FindingText memorisedText(const Case &c)
{
    const QString own = percentText(c.finding.value, 0);
    const QString test = percentText(c.finding.difference.mean, 0);
    const QString but = Words::tr("but not the class (%1)").arg(test);
    const QString pattern = c.plural(0) ? Words::tr("%1, %2 know their examples by heart (%3) %4.")
                                        : Words::tr("%1, %2 knows its examples by heart (%3) %4.");
    return {pattern.arg(withShots(c.shots()), c.arm(0), own, but), but, c.draws()};
}

FindingText forgettingText(const Case &c)
{
    const Estimate &lost = c.finding.difference;
    const QString shots = capitalised(shotsText(c.shots()));
    const QString evidence = middot({shots, c.range(), c.draws()});
    if (lost.low && *lost.low > 0) {
        const QString points = pointsText(lost.mean);
        return {Words::tr("%1 lost %2 of its old skill; frozen models lost none.").arg(capitalised(c.arm(0)), points), points, evidence};
    }
    const QString kept = Words::tr("kept its old skill");
    return {Words::tr("%1 %2.").arg(capitalised(c.arm(0)), kept), kept, evidence};
}

} // namespace

QString trainingSentence(const Arm &arm, Shots shots)
{
    const QMap<QString, QString> optimisers {
        {QStringLiteral("adam"), QStringLiteral("Adam")},
        {QStringLiteral("adamw"), QStringLiteral("AdamW")},
        {QStringLiteral("sgd"), QStringLiteral("SGD")},
    };
    const QString optimiser = QString::fromStdString(word(arm.settings, "optimiser"));
    const auto setting = [&arm](const char *key) { return QString::number(number(arm.settings, key)); };
    const bool movesStatistics = word(arm.settings, "batch-norm") == "train";
    const QString rates = setting("lr-trunk") == setting("lr-head")
        ? Words::tr("rate %1").arg(setting("lr-trunk"))
        : Words::tr("rate %1, last layer %2").arg(setting("lr-trunk"), setting("lr-head"));
    return Words::tr("Learnt in %1 steps of up to %2 examples (%3, %4); %5.")
        .arg(setting(shots <= Shots(10) ? "steps-few" : "steps-many"), setting("batch"), optimisers.value(optimiser, optimiser),
             rates,
             movesStatistics ? Words::tr("batch norm learnt new statistics") : Words::tr("batch norm kept its statistics"));
}

QString viewsSentence(int views)
{
    return Words::tr("Each picture to learn from is shown in %1 versions: as it is, and slightly changed.")
        .arg(numberText(views));
}

QString retentionSentence(const RetentionSummary &retention)
{
    if (retention.kind == RetentionKind::SourceTask)
        return Words::tr("Old skill kept: %1 of %2 examples named rightly, %3 before.")
            .arg(percentText(retention.after), numberText(retention.count), percentText(retention.before));
    return Words::tr("What the network makes of an example stayed alike by %1, a stand-in for its old skill.")
        .arg(percentText(std::max(0.0, retention.after), 0));
}

FindingText findingSentence(const Finding &finding, const Comparison &comparison)
{
    const Case c {finding, comparison};
    switch (finding.kind) {
    case FindingKind::Ahead:
        return aheadText(c);
    case FindingKind::CannotTell:
        return cannotTellText(c);
    case FindingKind::WorthOfNames:
        return namesText(c);
    case FindingKind::Crossing:
        return crossingText(c);
    case FindingKind::WorthOfPretraining:
        return pretrainingText(c);
    case FindingKind::Luck:
        return luckText(c);
    case FindingKind::Price:
        return priceText(c);
    case FindingKind::StubbornMixUp:
        return mixUpText(c);
    case FindingKind::ThinIce:
        return thinIceText(c);
    case FindingKind::Memorised:
        return memorisedText(c);
    case FindingKind::Forgetting:
        return forgettingText(c);
    }
    return {};
}

QString findingHeadline(const Finding &finding, const Comparison &comparison)
{
    const Case c {finding, comparison};
    switch (finding.kind) {
    case FindingKind::Ahead:
        return (c.plural(0) ? Words::tr("%1, %2 are ahead of %3") : Words::tr("%1, %2 is ahead of %3"))
            .arg(withShots(c.shots()), c.arm(0), c.arm(1));
    case FindingKind::CannotTell:
        return Words::tr("%1, %2 and %3 cannot be told apart yet").arg(withShots(c.shots()), c.arm(0), c.arm(1));
    case FindingKind::WorthOfNames:
    case FindingKind::Crossing:
    case FindingKind::WorthOfPretraining:
    case FindingKind::Luck:
    case FindingKind::Price:
    case FindingKind::StubbornMixUp:
    case FindingKind::ThinIce:
    case FindingKind::Memorised:
    case FindingKind::Forgetting:
        break;
    }
    return withoutFullStop(findingSentence(finding, comparison).sentence);
}

QString chartHeadline(const std::vector<Finding> &findings, const Comparison &comparison)
{
    // What the chart itself shows; cost, mix-ups and the size of the test set stand elsewhere.
    const auto shown = std::find_if(findings.begin(), findings.end(), [](const Finding &finding) {
        switch (finding.kind) {
        case FindingKind::Ahead:
        case FindingKind::CannotTell:
        case FindingKind::WorthOfNames:
        case FindingKind::Crossing:
        case FindingKind::WorthOfPretraining:
            return true;
        default:
            return false;
        }
    });
    return shown == findings.end() ? Words::tr("How many labelled examples are needed?") : findingHeadline(*shown, comparison);
}

QString accuracySubline(int testSize, bool severalDraws, bool anyHollow)
{
    QStringList parts {testSize == 1 ? Words::tr("Test accuracy on 1 locked example")
                                     : Words::tr("Test accuracy on %1 locked examples").arg(numberText(testSize))};
    if (severalDraws)
        parts << Words::tr("mean of draws");
    parts << Words::tr("bands: 95 % range");
    if (anyHollow)
        parts << Words::tr("hollow: one draw or still running");
    return middot(parts);
}

} // namespace shotlab::text
