// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <unordered_set>
#include <vector>

#include <QObject>

#include "lab/Ids.h"

namespace shotlab::models
{

/// What caches of examples have in common: what is missing is asked for in batches, and once only.
class ExampleCache : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void wanted(const std::vector<shotlab::ExampleId> &ids);
    void arrived();

protected:
    void want(ExampleId id);
    void forgetWanted();

private:
    void askForMissing();

    std::unordered_set<ExampleId> m_asked;
    std::vector<ExampleId> m_missing;
};

} // namespace shotlab::models
