// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <array>
#include <cstdio>

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QWidget>

#include "GalleryPages.h"
#include "widgets/Theme.h"

using namespace shotlab;

namespace
{

struct Page {
    const char *name;
    QWidget *(*make)();
    QSize size;
};

bool write(const Page &page, const QString &folder, widgets::Scheme scheme)
{
    const std::unique_ptr<QWidget> widget(page.make());
    widget->resize(page.size);
    widget->show();
    QCoreApplication::processEvents();
    constexpr std::array kNames {"light", "dark", "contrast"};
    const QString name = QStringLiteral("%1/%2-%3.png")
                             .arg(folder, QLatin1String(page.name),
                                  QLatin1String(kNames.at(static_cast<std::size_t>(scheme))));
    return widget->grab().save(name);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2 || !QDir().mkpath(arguments.at(1))) {
        std::fputs("usage: shotlab_gallery FOLDER\n", stderr);
        return 2;
    }
    const Page pages[] = {{"controls", gallery::controlsPage, {1000, 620}},
                          {"bins", gallery::binsPage, {1060, 560}},
                          {"results", gallery::resultsPage, {1100, 560}},
                          {"states", gallery::statesPage, {940, 620}}};
    bool good = true;
    for (const widgets::Scheme scheme : widgets::allSchemes()) {
        widgets::applyScheme(application, scheme);
        for (const Page &page : pages)
            good = write(page, arguments.at(1), scheme) && good;
    }
    return good ? 0 : 1;
}
