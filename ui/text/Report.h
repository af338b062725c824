// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QDateTime>
#include <QString>
#include <QStringList>

#include "lab/Comparison.h"
#include "lab/Finding.h"
#include "lab/Lab.h"

namespace shotlab::text
{

/// Everything a report tells of one comparison.
struct ReportData {
    QString lab; ///< title
    QString file; ///< of the lab
    LabModel model;
    std::int64_t weights = 0; ///< of the model; 0 when unknown
    Comparison comparison;
    QStringList methods; ///< titles, one for each arm
    std::vector<CellSummary> cells; ///< with results, floors included
    std::vector<Finding> findings;
    QStringList leftOut; ///< sentences: what could not be run, and why
    bool isFinished = true;
    bool isOutOfDate = false; ///< examples or model changed since
    double seconds = 0; ///< of all runs together
    std::vector<Provenance> provenances;
    QString machine; ///< that the report was made on
    QDateTime made;
    struct Picture {
        QString source; ///< as HTML names it
        QString words; ///< for those who do not see it
        int width = 0; ///< as shown, in pixels of a screen
        int height = 0;
    };
    std::vector<Picture> charts;

    Shots shown; ///< k of curves and mix-ups
    std::optional<Picture> curves;
    std::optional<Picture> matrix; ///< mix-ups of one method
    QString matrixOf; ///< its title
    struct MixUp {
        QString is;
        QString said;
        double share = 0; ///< of the answers to what it is, 0..1
    };
    struct MixUps {
        QString method;
        std::vector<MixUp> commonest; ///< most first; empty: it made no mistake
    };
    std::vector<MixUps> mixUps; ///< one for each method with results
};

/// A whole page in the language of the interface, for people without training in statistics: what was asked and found, with
/// which data and model, every number with its n and range, and where it comes from. Simple enough for QTextDocument.
[[nodiscard]] QString reportHtml(const ReportData &data);

} // namespace shotlab::text
