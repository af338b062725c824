// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <exception>
#include <stdexcept>
#include <string>

#include "lab/Result.h"

namespace shotlab::engine
{

/// Thrown inside this folder and turned into a value at its edge (Engine). Carries the error as the host will see it.
class Failure : public std::exception
{
public:
    explicit Failure(Error error) : m_error(std::move(error)) { }
    Failure(ErrorCode code, std::vector<std::string> arguments, std::string technical = {})
        : m_error {code, std::move(arguments), std::move(technical)}
    {
    }

    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const char *what() const noexcept override { return m_error.technical.c_str(); }

private:
    Error m_error;
};

/// A graph cannot be lowered or cut; what() is the technical reason. Never reaches the host as such: the engine then
/// works on the whole model, or says that it cannot use it.
class Refusal : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// The user cancelled the run. An outcome, not an error; a std::exception all the same, because LibTorch's backward pass
/// stays usable only after one of those.
class Cancelled : public std::exception
{
public:
    [[nodiscard]] const char *what() const noexcept override { return "cancelled"; }
};

/// LibTorch's messages carry a C++ backtrace and the model's source; this keeps the first sentences, at most 300 characters.
[[nodiscard]] std::string shortened(const std::string &libraryMessage);

/// What a caught exception of any library means for a run or request on this model: OutOfMemory for failed allocations,
/// the carried error for a Failure, ModelRunFailed for the rest.
[[nodiscard]] Error errorFromException(const std::exception &exception, const std::string &modelName);

} // namespace shotlab::engine
