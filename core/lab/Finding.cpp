// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lab/Finding.h"

namespace shotlab
{

std::string findingName(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Ahead:
        return "ahead";
    case FindingKind::CannotTell:
        return "cannot-tell";
    case FindingKind::WorthOfNames:
        return "worth-of-names";
    case FindingKind::Crossing:
        return "crossing";
    case FindingKind::WorthOfPretraining:
        return "worth-of-pretraining";
    case FindingKind::Luck:
        return "luck";
    case FindingKind::Price:
        return "price";
    case FindingKind::StubbornMixUp:
        return "stubborn-mix-up";
    case FindingKind::ThinIce:
        return "thin-ice";
    case FindingKind::Memorised:
        return "memorised";
    case FindingKind::Forgetting:
        return "forgetting";
    }
    return {};
}

} // namespace shotlab
