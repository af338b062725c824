// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/Learnt.h"
#include "engine/RunContext.h"
#include "lab/Run.h"

/// The ways of adapting. Each fills in predictions, parameters, steps and losses; Engine adds times, memory and hashes that
/// are the same for all. Settings and their meaning: lab/Arm.h; defaults and sources: docs/decisions.md.
namespace shotlab::engine
{

/// Softmax over the old head's outputs, the mean over the source labels linked with each class, scaled to a sum of one.
/// Throws Failure: NoZeroShotLink with "#i" for each class without a link, or when the network has no head.
/// By meaning (ConSE, Norouzi et al., arXiv 1312.5650): the embeddings of the most probable source labels' names, weighted by
/// their probabilities, against the embeddings of the classes' names; softmax of 10 x cosine. Throws Failure(ArmUnsuitable) where
/// the labels are no words, and what the encoder throws.
[[nodiscard]] RunResult zeroShot(RunContext &context);

/// Prototypes, nearest neighbour and linear probe: see Readouts.h.
[[nodiscard]] RunResult readOutArm(RunContext &context);

/// Arms that need no model: raw pixels and counted words. Changed versions of examples are left out: they are made for models.
/// Throws Failure(ArmUnsuitable) for pixels of sentences and words of pictures.
[[nodiscard]] RunResult baseline(RunContext &context);
[[nodiscard]] std::shared_ptr<const Learnt> learnBaseline(RunContext &context);

/// The test set, for what has been learnt.
[[nodiscard]] LookedAt testSetOf(RunContext &context);

/// What the arms above answer with, without answering.
/// Throws Failure(Internal) for arms that train.
[[nodiscard]] std::shared_ptr<const Learnt> learnFrozen(RunContext &context);

/// Chosen layers, full fine-tuning, from scratch: see FineTune.cpp.
/// Throws Failure(RunDiverged) with the step when the loss stops being a number or explodes.
[[nodiscard]] RunResult fineTune(RunContext &context);

} // namespace shotlab::engine
