// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/Report.h"

#include <algorithm>

#include <QCoreApplication>

#include "text/Language.h"
#include "text/Sentences.h"

namespace shotlab::text
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString heading(const QString &words) { return QStringLiteral("<h2>%1</h2>\n").arg(words.toHtmlEscaped()); }
/// On paper on a page of its own, with what follows it.
QString pageHeading(const QString &words) { return QStringLiteral("<h2 class=\"page\">%1</h2>\n").arg(words.toHtmlEscaped()); }
QString paragraph(const QString &words) { return QStringLiteral("<p>%1</p>\n").arg(words.toHtmlEscaped()); }
QString small(const QString &words) { return QStringLiteral("<p class=\"small\">%1</p>\n").arg(words.toHtmlEscaped()); }

QString list(const QStringList &items)
{
    QString html = QStringLiteral("<ul>\n");
    for (const QString &item : items)
        html += QStringLiteral("<li>%1</li>\n").arg(item);
    return html + QStringLiteral("</ul>\n");
}

/// First row: heads, repeated on every page; columns from `numbers` on are set to the right. With widths (per cent) no line is broken
/// below the heads, so that no row is torn apart between two pages.
QString table(const std::vector<QStringList> &rows, int numbers, const std::vector<int> &widths = {})
{
    QString html = QStringLiteral("<table%1 border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">\n<thead>\n")
                       .arg(widths.empty() ? QString() : QStringLiteral(" class=\"tight\""));
    const auto widthOf = [&widths](std::size_t row, int column) {
        return row == 0 && !widths.empty() ? QStringLiteral(" width=\"%1%\"").arg(widths.at(static_cast<std::size_t>(column))) : QString();
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QString cell = i == 0 ? QStringLiteral("th") : QStringLiteral("td");
        html += i == 1 ? QStringLiteral("</thead>\n<tr>") : QStringLiteral("<tr>");
        for (int column = 0; column < static_cast<int>(rows[i].size()); ++column)
            html += QStringLiteral("<%1%2 align=\"%3\">%4</%1>")
                        .arg(cell, widthOf(i, column), column < numbers ? QStringLiteral("left") : QStringLiteral("right"),
                             rows[i][column].toHtmlEscaped());
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</table>\n");
}

QString withEmphasis(const FindingText &finding)
{
    QString sentence = finding.sentence.toHtmlEscaped();
    const QString emphasis = finding.emphasis.toHtmlEscaped();
    if (!emphasis.isEmpty()) {
        const QString bold = QStringLiteral("<b>%1</b>").arg(emphasis);
        sentence.replace(sentence.indexOf(emphasis), emphasis.size(), bold);
    }
    if (!finding.evidence.isEmpty())
        sentence += QStringLiteral("<br><span class=\"small\">%1</span>").arg(finding.evidence.toHtmlEscaped());
    return sentence;
}

QString answerPart(const ReportData &data)
{
    QString html = heading(Words::tr("What was found"));
    QStringList findings;
    for (const Finding &finding : data.findings)
        findings << withEmphasis(findingSentence(finding, data.comparison));
    html += findings.isEmpty()
        ? paragraph(Words::tr("The numbers do not support any statement yet. More draws or more test examples would help."))
        : list(findings);
    if (!data.isFinished)
        html += paragraph(Words::tr("The comparison was not finished when this report was made. What is here is valid; more draws "
                                    "would make the ranges narrower."));
    if (data.isOutOfDate)
        html += paragraph(Words::tr("Examples or model have been changed since. The numbers belong to what they were before."));
    return html;
}

QString questionPart(const ReportData &data)
{
    QString html = heading(Words::tr("What was asked"));
    html += paragraph(Words::tr("How well do different ways of teaching a trained model tell these classes apart, and how many examples "
                                "does each of them need? Every method learnt from the same examples and was measured on the same "
                                "examples, which it had never seen."));
    QStringList methods;
    const std::vector<Arm> &arms = data.comparison.arms();
    for (std::size_t arm = 0; arm < arms.size(); ++arm) {
        QString about = armExplanation(arms[arm].kind);
        if (trainsTrunk(arms[arm].kind))
            about = sentencesText({about, trainingSentence(arms[arm], Shots(5))});
        methods << QStringLiteral("<b>%1</b>: %2").arg(data.methods.value(static_cast<qsizetype>(arm)).toHtmlEscaped(),
                                                       about.toHtmlEscaped());
    }
    return html + list(methods);
}

QString dataPart(const ReportData &data)
{
    const Comparison &comparison = data.comparison;
    const Modality modality = data.model.card.modality;
    int learning = 0;
    std::vector<QStringList> rows {{Words::tr("Class"), Words::tr("To learn from"), Words::tr("Test set")}};
    for (std::size_t c = 0; c < comparison.classes.size(); ++c) {
        const int pool = c < comparison.poolSizes.size() ? comparison.poolSizes[c] : 0;
        learning += pool;
        rows.push_back({classTitle(comparison.classes[c]), numberText(pool),
                        numberText(std::count(comparison.testLabels.begin(), comparison.testLabels.end(), static_cast<int>(c)))});
    }
    return heading(Words::tr("Data"))
        + paragraph(Words::tr("%1: %2 to learn from and %3 in the test set. The test set was chosen before anything learnt, was locked, "
                              "and was used for measuring only.")
                        .arg(classesText(static_cast<std::int64_t>(comparison.classes.size())), contentText(modality, learning),
                             contentText(modality, static_cast<std::int64_t>(comparison.testExamples.size()))))
        + table(rows, 1);
}

QString modelPart(const ReportData &data)
{
    const ModelCard &card = data.model.card;
    QStringList facts;
    if (data.weights > 0)
        facts << Words::tr("%1 weights").arg(weightsText(data.weights, Precision::Fine));
    if (card.modality == Modality::Picture) {
        const int side = data.comparison.plan.workingSize > 0 ? data.comparison.plan.workingSize : card.workingSize;
        facts << Words::tr("sees pictures of %1 × %1 pixels").arg(side);
    }
    if (!card.sourceLabels.empty())
        facts << Words::tr("had learnt %1 before").arg(classesText(static_cast<std::int64_t>(card.sourceLabels.size())));
    if (!card.licence.empty())
        facts << Words::tr("licence %1").arg(QString::fromStdString(card.licence));
    QString html = heading(Words::tr("Trained model"));
    html += QStringLiteral("<p><b>%1</b>: %2.</p>\n").arg(QString::fromStdString(card.title).toHtmlEscaped(), listText(facts).toHtmlEscaped());
    if (!card.origin.empty())
        html += small(QString::fromStdString(card.origin));
    return html;
}

QString image(const ReportData::Picture &picture)
{
    return QStringLiteral("<p><img src=\"%1\" width=\"%2\" height=\"%3\" alt=\"%4\"></p>\n")
        .arg(picture.source)
        .arg(picture.width)
        .arg(picture.height)
        .arg(picture.words.toHtmlEscaped());
}

QString curvesPart(const ReportData &data)
{
    if (!data.curves)
        return {};
    return pageHeading(Words::tr("How the methods learn"))
        + paragraph(Words::tr("Right answers on the test set after so many steps of learning, with %1. Thin lines are single draws, "
                              "the strong one is their mean. Methods that change no layer of the network have no such curve.")
                        .arg(shotsShort(data.shown)))
        + image(*data.curves);
}

QString mixUpsPart(const ReportData &data)
{
    if (data.mixUps.empty())
        return {};
    QString html = heading(Words::tr("Mix-ups"));
    if (data.matrix)
        html += paragraph(Words::tr("What is taken for what by %1, with %2, over all draws. Rows: what it is. Columns: the answer. "
                                    "Numbers: per cent of the row.")
                              .arg(data.matrixOf, shotsShort(data.shown)))
            + image(*data.matrix);
    std::vector<QStringList> rows {{Words::tr("Method"), Words::tr("Commonest mix-ups, with %1").arg(shotsShort(data.shown))}};
    for (const ReportData::MixUps &method : data.mixUps) {
        QStringList commonest;
        for (const ReportData::MixUp &mixUp : method.commonest)
            commonest << Words::tr("“%1” taken for “%2” (%3)").arg(mixUp.is, mixUp.said, percentText(mixUp.share, 0));
        rows.push_back({method.method, commonest.isEmpty() ? Words::tr("none") : listText(commonest)});
    }
    return html + table(rows, 2);
}

QString resultsPart(const ReportData &data)
{
    QString html = pageHeading(Words::tr("Results"));
    for (const ReportData::Picture &chart : data.charts)
        html += image(chart);
    std::vector<QStringList> rows {{Words::tr("Method"), Words::tr("Examples per class"), Words::tr("Right answers"),
                                    Words::tr("95 % range"), Words::tr("Draws"), Words::tr("Time of a run"),
                                    Words::tr("Weights that learn")}};
    bool single = false;
    for (const CellSummary &cell : data.cells) {
        const Estimate &accuracy = cell.accuracy;
        const bool floor = isFloor(data.comparison.arms()[static_cast<std::size_t>(cell.arm)].kind);
        QString range = accuracy.low && accuracy.high ? rangeText(*accuracy.low, *accuracy.high) : QStringLiteral("–");
        if (cell.testLuckOnly && accuracy.low) {
            range += QStringLiteral(" *");
            single = true;
        }
        rows.push_back({data.methods.value(cell.arm), shotsTick(cell.shots), percentText(accuracy.mean), range,
                        floor ? QStringLiteral("–") : numberText(cell.draws), floor ? QStringLiteral("–") : durationText(cell.seconds),
                        floor ? QStringLiteral("–") : weightsText(cell.trainedParameters)});
    }
    html += table(rows, 1, {23, 13, 11, 18, 10, 13, 12});
    html += small(Words::tr("Right answers: the share of %1 in the test set that got the right class, mean of all draws.")
                      .arg(contentText(data.model.card.modality, static_cast<std::int64_t>(data.comparison.testExamples.size()))));
    if (single)
        html += small(Words::tr("* One draw only: this range covers the luck of the test set alone, not that of the draw."));
    if (!data.leftOut.isEmpty()) {
        QStringList escaped;
        for (const QString &sentence : data.leftOut)
            escaped << sentence.toHtmlEscaped();
        html += QStringLiteral("<h3>%1</h3>\n").arg(Words::tr("Left out").toHtmlEscaped()) + list(escaped);
    }
    return html;
}

QString readingPart()
{
    QStringList words;
    for (const Term term : {Term::ExamplesPerClass, Term::TestSet, Term::Draw, Term::Range, Term::Weights})
        words << QStringLiteral("<b>%1</b>: %2").arg(termTitle(term).toHtmlEscaped(), termExplanation(term).toHtmlEscaped());
    return heading(Words::tr("How to read this")) + list(words)
        + paragraph(Words::tr("Where two ranges overlap much, the difference between two methods may be luck. “Ahead” is only said where "
                              "a paired test over the same draws and the same test examples supports it, corrected for the number of "
                              "comparisons."));
}

QString originPart(const ReportData &data)
{
    const Comparison &comparison = data.comparison;
    std::vector<QStringList> rows {{Words::tr("What"), Words::tr("Value")}};
    const auto add = [&rows](const QString &what, const QString &value) {
        if (!value.isEmpty())
            rows.push_back({what, value});
    };
    add(Words::tr("Lab file"), data.file);
    const QDateTime begun = QDateTime::fromString(QString::fromStdString(comparison.createdAt), Qt::ISODate).toLocalTime();
    add(Words::tr("Comparison"), Words::tr("number %1, begun %2").arg(comparison.id.value).arg(displayLocale().toString(begun, QLocale::ShortFormat)));
    for (const Provenance &provenance : data.provenances) {
        add(Words::tr("Computed with"), Words::tr("Shotlab %1, %2, threads: %3")
                                            .arg(QString::fromStdString(provenance.program), QString::fromStdString(provenance.library))
                                            .arg(provenance.threads));
    }
    add(Words::tr("Seed of all draws"), QString::number(comparison.plan.seed));
    add(Words::tr("Versions of each example"), comparison.plan.views > 1 ? numberText(comparison.plan.views) : QString());
    add(Words::tr("Time of all runs"), durationText(data.seconds));
    add(Words::tr("Model file (SHA-256)"), QString::fromStdString(comparison.modelHash));
    add(Words::tr("Data (SHA-256)"), QString::fromStdString(comparison.dataHash));
    add(Words::tr("Report made"), Words::tr("%1, on %2").arg(displayLocale().toString(data.made, QLocale::ShortFormat), data.machine));
    return heading(Words::tr("Where the numbers come from"))
        + paragraph(Words::tr("With the same lab file, seed, program version and number of threads the same comparison gives the same "
                              "numbers again."))
        + table(rows, 2);
}

} // namespace

QString reportHtml(const ReportData &data)
{
    const QString style = QStringLiteral(
        "body { font-family: Inter, 'Noto Sans', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif; font-size: 10.5pt; "
        "color: #1c2026; background-color: #ffffff; }\n"
        "@media screen { body { max-width: 760px; margin: 32px auto; padding: 0 20px; line-height: 1.5; } }\n"
        "h1 { font-size: 20pt; margin-bottom: 4px; }\nh2 { font-size: 14pt; margin-top: 26px; }\nh3 { font-size: 12pt; }\n"
        "li { margin-bottom: 6px; }\n"
        "table { border-collapse: collapse; border-color: #d8dce3; }\nth { background-color: #f1f3f6; }\n"
        "td, th { font-size: 10pt; padding: 5px; border: 1px solid #d8dce3; overflow-wrap: anywhere; }\n"
        "table.tight td { white-space: nowrap; }\n@media print { h2.page { page-break-before: always; } }\n"
        "img { max-width: 100%; height: auto; }\n.small { color: #5a626e; font-size: 9.5pt; }\n");
    const QString headline = chartHeadline(data.findings, data.comparison);
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                                  "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%2</title>\n<style>\n%3</style>\n"
                                  "</head>\n<body>\n")
                       .arg(displayLocale().language() == QLocale::Chinese ? QStringLiteral("zh-CN") : QStringLiteral("en"),
                            data.lab.toHtmlEscaped(), style);
    html += QStringLiteral("<h1>%1</h1>\n").arg(data.lab.toHtmlEscaped());
    html += QStringLiteral("<p><b>%1</b></p>\n").arg(headline.toHtmlEscaped());
    html += answerPart(data) + resultsPart(data) + curvesPart(data) + mixUpsPart(data) + questionPart(data) + dataPart(data) + modelPart(data) + readingPart() + originPart(data);
    return html + QStringLiteral("</body>\n</html>\n");
}

} // namespace shotlab::text
