// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <optional>
#include <string>

#include <QString>

#include "lab/Arm.h"
#include "lab/Shots.h"

namespace shotlab::runner
{

/// The size of one run, as far as its time depends on it.
struct RunSize {
    Shots shots;
    int supportExamples = 0; ///< all classes together
    int testExamples = 0;
};

/// What runs took on this machine, kept between sessions in the user's cache, so that times on buttons are measured ones.
class SpeedBook
{
public:
    /// file: where rates are kept; empty: in memory only.
    explicit SpeedBook(QString file);
    ~SpeedBook();
    SpeedBook(const SpeedBook &) = delete;
    SpeedBook &operator=(const SpeedBook &) = delete;

    /// rate: seconds per unit of work; recent ones count more, as the machine may be busier now than last week.
    void record(const std::string &what, double rate);
    [[nodiscard]] std::optional<double> rate(const std::string &what) const;
    void save();

private:
    QString m_file;
    std::map<std::string, double> m_rates;
    bool m_changed = false;
};

/// The page of the book for one model, at one working size, with one number of threads.
class ModelSpeed
{
public:
    ModelSpeed(SpeedBook &book, const std::string &modelHash, const ModelCard &card, int workingSize, int threads);

    void recordRun(const Arm &arm, const RunSize &size, double seconds);
    /// Passing examples through the frozen part.
    void recordFeatures(double secondsPerExample);
    /// A forward pass of trial pictures when the model was opened: what the first guesses rest on.
    void recordTrial(double secondsPerExample);

    /// Seconds of one run; nothing when this arm was never run with this model here.
    [[nodiscard]] std::optional<double> run(const Arm &arm, const RunSize &size) const;
    [[nodiscard]] std::optional<double> featuresPerExample() const;

    /// A first guess from a trial of the model; before one, from its size and a short measurement of this machine's arithmetic.
    [[nodiscard]] double guessRun(const Arm &arm, const RunSize &size) const;
    [[nodiscard]] double guessFeaturesPerExample() const;

private:
    [[nodiscard]] std::string keyOf(const Arm &arm) const;

    SpeedBook *m_book;
    std::string m_prefix;
    double m_flopsPerExample = 0; ///< rough, of one forward pass
    int m_threads = 1;
};

} // namespace shotlab::runner
