// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/Learnt.h"

#include <algorithm>

namespace shotlab::engine
{

void Kept::put(const std::string &name, std::shared_ptr<const Learnt> learnt)
{
    std::erase_if(m_kept, [&](const auto &entry) {
        if (entry.first != name)
            return false;
        m_bytes -= entry.second->bytes();
        return true;
    });
    m_bytes += learnt->bytes();
    m_kept.emplace_front(name, std::move(learnt));
    while (m_bytes > m_limit && m_kept.size() > 1) {
        m_bytes -= m_kept.back().second->bytes();
        m_kept.pop_back();
    }
}

std::shared_ptr<const Learnt> Kept::find(const std::string &name)
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&name](const auto &entry) { return entry.first == name; });
    if (found == m_kept.end())
        return nullptr;
    m_kept.splice(m_kept.begin(), m_kept, found);
    return m_kept.front().second;
}

void Kept::clear()
{
    m_kept.clear();
    m_bytes = 0;
}

} // namespace shotlab::engine
