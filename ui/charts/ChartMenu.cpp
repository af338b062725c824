// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartMenu.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDrag>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QUrl>

#include "widgets/Theme.h"

namespace shotlab::charts
{

namespace
{

constexpr int kMargin = 16;
constexpr double kScreenScale = 2;
constexpr int kScreenDpi = 96;
constexpr int kPdfDpi = 1200;
constexpr double kPointsPerInch = 72;

QSize withMargin(const QWidget &picture) { return picture.size() + 2 * QSize(kMargin, kMargin); }

void paint(QPainter &painter, QWidget &picture)
{
    painter.fillRect(QRect(QPoint(0, 0), withMargin(picture)), widgets::currentTokens().card);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    picture.render(&painter, {kMargin, kMargin}, {}, QWidget::DrawChildren);
}

void writePdf(QIODevice &device, QWidget &picture, const QString &title)
{
    QPdfWriter writer(&device);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Shotlab"));
    writer.setResolution(kPdfDpi);
    const QSizeF size = withMargin(picture);
    writer.setPageSize(QPageSize(size * kPointsPerInch / kScreenDpi, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.scale(static_cast<double>(kPdfDpi) / kScreenDpi, static_cast<double>(kPdfDpi) / kScreenDpi);
    paint(painter, picture);
}

void writeSvg(QIODevice &device, QWidget &picture, const QString &title)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setResolution(kScreenDpi); // or text comes out at three quarters of its size
    generator.setTitle(title);
    generator.setSize(withMargin(picture));
    generator.setViewBox(QRect(QPoint(0, 0), withMargin(picture)));
    QPainter painter(&generator);
    paint(painter, picture);
}

QString ending(ChartFile kind)
{
    switch (kind) {
    case ChartFile::Png:
        return QStringLiteral("png");
    case ChartFile::Svg:
        return QStringLiteral("svg");
    case ChartFile::Pdf:
        return QStringLiteral("pdf");
    case ChartFile::Csv:
        break;
    }
    return QStringLiteral("csv");
}

} // namespace

QImage chartImage(QWidget &picture, double scale)
{
    QImage image((QSizeF(withMargin(picture)) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paint(painter, picture);
    return image;
}

bool saveChart(const ChartContent &content, ChartFile kind, const QString &path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (kind == ChartFile::Csv) {
        // The mark tells spreadsheets that names may be Chinese.
        buffer.write("\xEF\xBB\xBF");
        buffer.write(content.csv().toUtf8());
    } else {
        const std::unique_ptr<QWidget> picture = content.picture();
        if (kind == ChartFile::Png)
            chartImage(*picture, kScreenScale).save(&buffer, "PNG");
        else if (kind == ChartFile::Svg)
            writeSvg(buffer, *picture, picture->accessibleName());
        else
            writePdf(buffer, *picture, picture->accessibleName());
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

ChartMenu::ChartMenu(ChartContent content, QWidget *parent)
    : widgets::Button(Look::Quiet, widgets::Symbol::Download, {}, parent), m_content(std::move(content)), m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("chartMenuButton"));
    setHint(tr("Copy or save this chart, or drag it into another program"));
    m_ask = [this](const QString &proposed, const QString &filter) {
        return QFileDialog::getSaveFileName(this, tr("Save the chart"), proposed, filter);
    };
    m_menu->setObjectName(QStringLiteral("chartMenu"));
    const auto add = [this](const QString &words, const char *name, const auto &then) {
        QAction *action = m_menu->addAction(words);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, then);
    };
    add(tr("Copy picture"), "copyPicture", [this] {
        QGuiApplication::clipboard()->setImage(chartImage(*m_content.picture(), kScreenScale));
        Q_EMIT noticed(tr("The picture is on the clipboard."));
    });
    add(tr("Copy table"), "copyTable", [this] {
        QGuiApplication::clipboard()->setText(m_content.table());
        Q_EMIT noticed(tr("The table is on the clipboard."));
    });
    m_menu->addSeparator();
    add(tr("Save as picture (PNG) …"), "savePng", [this] { save(ChartFile::Png); });
    add(tr("Save as drawing (SVG) …"), "saveSvg", [this] { save(ChartFile::Svg); });
    add(tr("Save as page (PDF) …"), "savePdf", [this] { save(ChartFile::Pdf); });
    add(tr("Save as table (CSV) …"), "saveCsv", [this] { save(ChartFile::Csv); });
    connect(this, &QAbstractButton::clicked, this, [this] { m_menu->popup(mapToGlobal(rect().bottomLeft())); });
}

void ChartMenu::setAskPath(const AskPath &ask) { m_ask = ask; }

std::unique_ptr<QMimeData> ChartMenu::dragged()
{
    auto mime = std::make_unique<QMimeData>();
    mime->setImageData(chartImage(*m_content.picture(), kScreenScale));
    mime->setText(m_content.table());
    if (!m_draggedFiles)
        m_draggedFiles.emplace();
    const QString path = m_draggedFiles->filePath(m_content.fileName + QStringLiteral(".png"));
    if (saveChart(m_content, ChartFile::Png, path))
        mime->setUrls({QUrl::fromLocalFile(path)});
    return mime;
}

void ChartMenu::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    Button::mousePressEvent(event);
}

void ChartMenu::mouseMoveEvent(QMouseEvent *event)
{
    const bool away = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!isDown() || !(event->buttons() & Qt::LeftButton) || !away) {
        Button::mouseMoveEvent(event);
        return;
    }
    setDown(false); // a drag is no click
    auto *drag = new QDrag(this);
    const std::unique_ptr<QWidget> picture = m_content.picture();
    constexpr double kSmall = 0.25;
    QImage small = chartImage(*picture, kSmall);
    small.setDevicePixelRatio(1);
    drag->setPixmap(QPixmap::fromImage(small));
    drag->setMimeData(dragged().release());
    drag->exec(Qt::CopyAction);
}

QString ChartMenu::filterOf(ChartFile kind) const
{
    switch (kind) {
    case ChartFile::Png:
        return tr("PNG pictures (*.png)");
    case ChartFile::Svg:
        return tr("SVG drawings (*.svg)");
    case ChartFile::Pdf:
        return tr("PDF pages (*.pdf)");
    case ChartFile::Csv:
        break;
    }
    return tr("CSV tables (*.csv)");
}

void ChartMenu::save(ChartFile kind)
{
    const QString suffix = QLatin1Char('.') + ending(kind);
    QString path = m_ask(m_content.fileName + suffix, filterOf(kind));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += suffix;
    const QString name = QFileInfo(path).fileName();
    Q_EMIT noticed(saveChart(m_content, kind, path)
                       ? tr("Saved as %1.").arg(name)
                       : tr("%1 could not be written. Nothing was changed; choose another folder.").arg(name));
}

} // namespace shotlab::charts
