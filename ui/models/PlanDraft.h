// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "lab/Comparison.h"
#include "runner/Views.h"

namespace shotlab::models
{

/// The comparison being put together: which arms, which k, what learns. One per window, shared by all pages.
///
/// After a comparison was shown its arms stay in the draft, so that a what-if only adds to it: moving the cut makes a new
/// variant of "chosen layers" beside the one that already has results.
class PlanDraft : public QObject
{
    Q_OBJECT

public:
    struct Choice {
        Arm arm;
        bool on = false;
        bool hasResults = false; ///< part of the comparison that is shown
    };
    struct ShotsChoice {
        Shots shots;
        bool on = false;
        bool outOfReach = false; ///< more than the smallest class's pool holds
    };

    explicit PlanDraft(QObject *parent = nullptr);

    /// Starts over: defaults gives arms, k, draws and seed; allArms every arm that can be offered for the model.
    void reset(const ComparisonPlan &defaults, const std::vector<Arm> &allArms, const LayerMap &suggested);
    /// Takes over what a stored or running comparison holds.
    void adopt(const runner::ComparisonView &comparison);
    /// Results no longer belong to the data (classes or model changed): every arm has to be run again.
    void forgetResults();
    void setLargestShots(int perClass);

    [[nodiscard]] bool isEmpty() const { return m_choices.empty(); }
    [[nodiscard]] const std::vector<Choice> &choices() const { return m_choices; }
    [[nodiscard]] const std::vector<ShotsChoice> &shots() const { return m_shots; }
    [[nodiscard]] const DrawCounts &draws() const { return m_plan.draws; }
    /// What the next "chosen layers" run would let learn.
    [[nodiscard]] const LayerMap &layers() const { return m_layers; }
    [[nodiscard]] const LayerMap &suggestedLayers() const { return m_suggested; }

    void setArmOn(int choice, bool on);
    /// Switches on the first arm of this kind (when a preset of the layer tree stands for it).
    void setKindOn(ArmKind kind, bool on);
    void setShotsOn(Shots shots, bool on); ///< adds k when it is new
    /// worthARun: false when nothing but the head learns, or everything: then another arm stands for it already.
    void setLayers(const LayerMap &layers, bool worthARun = true);
    void setDraws(const DrawCounts &draws);
    /// Versions in which each example is shown, see ComparisonPlan.
    [[nodiscard]] int views() const { return m_plan.views; }
    void setViews(int views);

    /// Prototypes count each class's name as one more example; offered where they can read names and learn from few examples.
    [[nodiscard]] bool offersNames() const;
    [[nodiscard]] bool mixesNamesIn() const;
    void setMixesNamesIn(bool on);

    /// The plan to run: arms that are on in order of display, k that are on.
    [[nodiscard]] ComparisonPlan plan() const;
    /// Index into plan().arms of a choice, nothing when it is off.
    [[nodiscard]] std::optional<int> planIndex(int choice) const;
    /// The plan asks for something that the shown comparison does not hold.
    [[nodiscard]] bool hasNews() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const Choice *prototypesOfNames() const; ///< that have the setting, or none
    [[nodiscard]] int chosenLayersDraft() const; ///< choice of "chosen layers" without results, or -1
    void sortChoices();

    ComparisonPlan m_plan; ///< draws, seed, sizes; arms and shots are in the choices
    std::vector<Choice> m_choices;
    std::vector<ShotsChoice> m_shots;
    std::vector<Shots> m_shotsWithResults;
    DrawCounts m_drawsWithResults;
    int m_viewsWithResults = 0; ///< 0: there are no results
    std::vector<Arm> m_armsWithResults;
    LayerMap m_layers;
    LayerMap m_suggested;
    int m_largestShots = 0;
};

} // namespace shotlab::models
