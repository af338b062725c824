// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/ReportFile.h"

#include <algorithm>
#include <utility>

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>
#include <QTimer>
#include <QUrl>

#include "charts/AccuracyChart.h"
#include "charts/ChartMenu.h"
#include "charts/LearningCurvesChart.h"
#include "models/ChartFeed.h"
#include "models/ReportFeed.h"
#include "text/Sentences.h"
#include "widgets/MixUpMatrix.h"
#include "widgets/Theme.h"

namespace shotlab::shell
{

namespace
{

constexpr QSize kChartSize(780, 440);
constexpr double kChartScale = 2;
constexpr int kPdfDpi = 300;
constexpr double kShownScale = 0.78; ///< of pictures; as wide as the text of a page
constexpr QSize kCurvesSize(780, 340);
constexpr int kSmallestMatrix = 300;
constexpr int kLargestMatrix = 1200;
constexpr int kPatience = 10'000; // ms; without what has not come by then

/// Pictures of a report, by their names, as they go into an HTML or a PDF file.
class Pictures
{
public:
    text::ReportData::Picture add(const QImage &image, const QString &words)
    {
        const QString name = QStringLiteral("picture%1.png").arg(m_images.size() + 1);
        m_images.emplace_back(name, image);
        const QSize shown = image.deviceIndependentSize().toSize() * kShownScale;
        return {name, words, shown.width(), shown.height()};
    }
    [[nodiscard]] const std::vector<std::pair<QString, QImage>> &images() const { return m_images; }

private:
    std::vector<std::pair<QString, QImage>> m_images;
};

QImage accuracyImage(const models::Workspace &workspace)
{
    charts::AccuracyChart chart;
    chart.resize(kChartSize);
    chart.setData(models::accuracyData(*workspace.comparison(), workspace.tree()));
    return chart.toImage(kChartScale);
}

/// Nothing where no method learns step by step.
std::optional<text::ReportData::Picture> curvesPicture(const models::Workspace &workspace, Shots shots, Pictures &pictures)
{
    const charts::LearningChartData data = models::learningData(*workspace.comparison(), workspace.tree(), shots, workspace.curves());
    if (data.series.empty())
        return std::nullopt;
    charts::LearningCurvesChart chart;
    chart.resize(kCurvesSize);
    chart.setData(data);
    return pictures.add(chart.toImage(kChartScale), chart.accessibleName() + QLatin1Char('\n') + chart.accessibleDescription());
}

QImage matrixImage(const QStringList &classes, const std::vector<std::vector<int>> &counts)
{
    widgets::MixUpMatrix matrix;
    constexpr int kRow = 30;
    constexpr int kNames = 90;
    matrix.resize(kChartSize.width(), std::clamp(static_cast<int>(classes.size()) * kRow + kNames, kSmallestMatrix, kLargestMatrix));
    matrix.setData(classes, counts);
    if (!classes.isEmpty()) { // its cells may need less than there is
        const QRect last = matrix.cellRect(0, static_cast<int>(classes.size()) - 1);
        matrix.resize(std::min(matrix.width(), last.right() + last.width()), matrix.height());
    }
    return charts::chartImage(matrix, kChartScale);
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray pdfOf(const text::ReportData &data, const Pictures &pictures)
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
        for (const auto &[name, image] : pictures.images())
            document.addResource(QTextDocument::ImageResource, QUrl(name), image);
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
    Pictures pictures;
    {
        const widgets::OnPaper paper;
        data.charts = {pictures.add(accuracyImage(workspace), text::chartHeadline(data.findings, data.comparison))};
        if (const std::optional<Shots> shots = workspace.shownShots()) {
            data.shown = *shots;
            data.curves = curvesPicture(workspace, *shots, pictures);
            models::addMixUps(data, workspace.allMixUps());
        }
        if (const std::optional<runner::MixUpsView> mixUps = workspace.mixUps()) {
            data.matrixOf = data.methods.value(mixUps->arm);
            data.matrix = pictures.add(matrixImage(models::classTitles(data.comparison.classes), mixUps->counts), data.matrixOf);
        }
    }
    QByteArray bytes;
    if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        bytes = pdfOf(data, pictures);
    } else {
        QString html = text::reportHtml(data);
        for (const auto &[name, image] : pictures.images())
            html.replace(QStringLiteral("src=\"%1\"").arg(name),
                         QStringLiteral("src=\"data:image/png;base64,%1\"").arg(QLatin1String(pngOf(image).toBase64())));
        bytes = html.toUtf8();
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

ReportWriter::ReportWriter(models::Workspace &workspace, const QString &path, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_path(path)
{
    const auto check = [this] {
        if (m_workspace.hasAllDetails())
            write();
    };
    connect(&workspace, &models::Workspace::curvesChanged, this, check);
    connect(&workspace, &models::Workspace::mixUpsChanged, this, check);
    QTimer::singleShot(kPatience, this, &ReportWriter::write);
    workspace.askForAllDetails();
    QMetaObject::invokeMethod(this, check, Qt::QueuedConnection); // nothing may be wanted
}

void ReportWriter::write()
{
    if (std::exchange(m_done, true))
        return;
    Q_EMIT finished(saveReport(m_workspace, m_path));
    deleteLater();
}

} // namespace shotlab::shell
