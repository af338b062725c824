// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/ReportFile.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>
#include <QUrl>

#include "charts/AccuracyChart.h"
#include "models/ChartFeed.h"
#include "models/ReportFeed.h"
#include "text/Sentences.h"
#include "widgets/Theme.h"

namespace shotlab::shell
{

namespace
{

constexpr QSize kChartSize(940, 520);
constexpr double kChartScale = 2;
constexpr int kPdfDpi = 300;
constexpr double kShownScale = 2.0 / 3; ///< of the chart; as wide as the text of a page
const QString kChart = QStringLiteral("chart.png"); ///< inside the document of a PDF

QImage chartOf(const runner::ComparisonView &comparison, const std::vector<LayerNode> &tree)
{
    const widgets::OnPaper paper;
    charts::AccuracyChart chart;
    chart.resize(kChartSize);
    chart.setData(models::accuracyData(comparison, tree));
    return chart.toImage(kChartScale);
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray pdfOf(const text::ReportData &data, const QImage &chart)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(data.lab);
        writer.setCreator(QStringLiteral("Shotlab"));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({}); // QTextDocument keeps 2 cm itself
        writer.setResolution(kPdfDpi);
        QTextDocument document;
        document.setMetaInformation(QTextDocument::CssMedia, QStringLiteral("print"));
        document.setDefaultFont(widgets::font(widgets::TextSize::Body));
        document.addResource(QTextDocument::ImageResource, QUrl(kChart), chart);
        document.setHtml(text::reportHtml(data));
        document.print(&writer);
    }
    return bytes;
}

} // namespace

bool saveReport(const models::Workspace &workspace, const QString &path)
{
    if (!workspace.lab() || !workspace.comparison())
        return false;
    text::ReportData data = models::reportData(*workspace.lab(), *workspace.comparison());
    const QImage chart = chartOf(*workspace.comparison(), workspace.tree());
    const QString words = text::chartHeadline(data.findings, data.comparison);
    const QSize shown = chart.deviceIndependentSize().toSize() * kShownScale;
    QByteArray bytes;
    if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        data.charts = {{kChart, words, shown.width(), shown.height()}};
        bytes = pdfOf(data, chart);
    } else {
        data.charts = {{QStringLiteral("data:image/png;base64,") + QString::fromLatin1(pngOf(chart).toBase64()), words, shown.width(), shown.height()}};
        bytes = text::reportHtml(data).toUtf8();
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace shotlab::shell
