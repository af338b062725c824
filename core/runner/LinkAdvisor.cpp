// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runner/LinkAdvisor.h"

#include <algorithm>

namespace shotlab::runner
{

namespace
{

constexpr int kNearest = 12;

} // namespace

LinkAdvisor::LinkAdvisor(EngineProcess &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    connect(&engine, &EngineProcess::received, this, &LinkAdvisor::take);
}

void LinkAdvisor::ask(const std::vector<LabClass> &classes, const std::vector<std::string> &sourceLabels)
{
    protocol::AskAlike question;
    question.most = kNearest;
    m_classes.clear();
    m_labels.clear();
    for (std::size_t i = 0; i < sourceLabels.size(); ++i) {
        if (!isWord(sourceLabels[i]))
            continue;
        m_labels.push_back(static_cast<int>(i));
        question.labels.push_back(asWords(sourceLabels[i]));
    }
    for (const LabClass &labClass : classes) {
        m_classes.push_back(labClass.id);
        question.texts.push_back(textsOf(labClass));
    }
    question.request = --m_request;
    if (!m_labels.empty() && !m_classes.empty())
        m_engine.send(question);
}

void LinkAdvisor::take(const protocol::FromEngine &message)
{
    const auto *answered = std::get_if<protocol::AlikeAnswered>(&message);
    if (answered == nullptr || answered->request != m_request || answered->labels.size() != m_classes.size()
        || answered->cosines.size() != m_classes.size())
        return;
    LinkAdvice advice;
    for (std::size_t c = 0; c < m_classes.size(); ++c) {
        std::vector<LinkAdvice::Near> &nearest = advice.nearest[m_classes[c]];
        const auto &labels = answered->labels[c];
        for (std::size_t i = 0; i < std::min(labels.size(), answered->cosines[c].size()); ++i) {
            const auto place = static_cast<std::size_t>(labels[i]);
            if (place < m_labels.size())
                nearest.push_back({m_labels[place], answered->cosines[c][i]});
        }
    }
    Q_EMIT advised(advice);
}

} // namespace shotlab::runner
