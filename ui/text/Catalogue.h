// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "lab/Lab.h"
#include "lab/ModelCard.h"

/// Words about the models and samples on board, and about models that users bring.
namespace shotlab::text
{

struct ModelText {
    QString title; ///< "Photographs"
    QString name; ///< "EfficientNet-Lite0"
    QString knows; ///< "Knows: 1,000 kinds of things in photographs"
    QString detail; ///< "Animals, tools, food, vehicles; no stars or galaxies"; may be empty
};
[[nodiscard]] ModelText modelText(const ModelCard &card);
/// "4.65 M weights · 9.5 MB · Apache-2.0"; fileBytes 0 = unknown.
[[nodiscard]] QString modelFacts(const ModelCard &card, std::int64_t fileBytes = 0);
/// What the model does with pictures of the lab: "Sees only grey: photographs lose their colours". Empty when nothing is to be
/// said.
[[nodiscard]] QString modelCaution(const ModelCard &card);

/// Why a model cannot be used for examples of this kind: "Sees pictures, and your examples are sentences". Empty when it can.
[[nodiscard]] QString modelUnsuitability(const ModelCard &card, Modality examples);

struct SampleText {
    QString title; ///< "Handwritten digits"
    QString question; ///< "It has read print. How many examples until it reads handwriting?"
    QString shows; ///< what one sees when it has run
};
/// Texts of a bundled sample ("digits"); an unknown name gets itself as the title.
[[nodiscard]] SampleText sampleText(const QString &name);

/// What a lab is called on screen: one of a sample that nobody has renamed goes by the sample's title in the language of the
/// interface.
[[nodiscard]] QString labTitle(const LabInfo &info);
[[nodiscard]] QString labTitle(const QString &title, const QString &sample); ///< the same; sample: its name or empty

} // namespace shotlab::text
