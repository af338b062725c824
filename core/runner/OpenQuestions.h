// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace shotlab::runner
{

/// Questions that the executor has been given and that have no answer yet, by its numbers. The newest counts: the executor may
/// replace older ones that still wait, so an answer to one closes those before it, too.
template<typename Question> class OpenQuestions
{
public:
    void add(std::int64_t number, Question question) { m_questions.insert_or_assign(number, std::move(question)); }
    [[nodiscard]] const Question *find(std::int64_t number) const
    {
        const auto found = m_questions.find(number);
        return found == m_questions.end() ? nullptr : &found->second;
    }
    /// The question that was answered; nothing when it is none of these.
    [[nodiscard]] std::optional<Question> close(std::int64_t number)
    {
        const auto found = m_questions.find(number);
        if (found == m_questions.end())
            return std::nullopt;
        std::optional<Question> question(std::move(found->second));
        m_questions.erase(m_questions.begin(), std::next(found));
        return question;
    }
    [[nodiscard]] std::optional<Question> newest() const
    {
        return m_questions.empty() ? std::nullopt : std::optional(m_questions.rbegin()->second);
    }

private:
    std::map<std::int64_t, Question> m_questions;
};

} // namespace shotlab::runner
