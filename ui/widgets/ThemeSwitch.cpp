// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include "widgets/Theme.h"

namespace shotlab::widgets
{

namespace
{

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kSchemeKey = QStringLiteral("color-scheme");
const QString kContrastKey = QStringLiteral("contrast");
constexpr unsigned kPrefersDark = 1;
constexpr unsigned kPrefersContrast = 1;

} // namespace

ThemeSwitch::ThemeSwitch(QApplication &application, QObject *parent) : QObject(parent), m_application(application)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return; // no desktop session: light, unless the user says otherwise
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(readPortalSetting(QString, QString, QDBusVariant)));
    for (const QString &key : {kSchemeKey, kContrastKey}) { // not every desktop knows both
        QDBusMessage read = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
        read << kGroup << key;
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *call) {
            const QDBusPendingReply<QDBusVariant> reply = *call;
            call->deleteLater();
            if (reply.isValid())
                readPortalSetting(kGroup, key, reply.value());
        });
    }
}

void ThemeSwitch::setChoice(SchemeChoice choice)
{
    m_choice = choice;
    apply();
}

void ThemeSwitch::readPortalSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != kGroup || (key != kSchemeKey && key != kContrastKey))
        return;
    QVariant content = value.variant();
    if (content.canConvert<QDBusVariant>()) // Read wraps the value twice
        content = content.value<QDBusVariant>().variant();
    if (key == kSchemeKey)
        m_systemDark = content.toUInt() == kPrefersDark;
    else
        m_systemContrast = content.toUInt() == kPrefersContrast;
    if (m_choice == SchemeChoice::System)
        apply();
}

void ThemeSwitch::apply()
{
    Scheme scheme = Scheme::Light;
    switch (m_choice) {
    case SchemeChoice::System:
        scheme = m_systemContrast ? Scheme::HighContrast : (m_systemDark ? Scheme::Dark : Scheme::Light);
        break;
    case SchemeChoice::Light:
        break;
    case SchemeChoice::Dark:
        scheme = Scheme::Dark;
        break;
    case SchemeChoice::HighContrast:
        scheme = Scheme::HighContrast;
        break;
    }
    applyScheme(m_application, scheme);
    Q_EMIT schemeChanged();
}

} // namespace shotlab::widgets
