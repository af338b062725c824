// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/RawExamples.h"

#include <QRegularExpression>

#include "engine/Failure.h"
#include "media/Picture.h"

namespace shotlab::engine
{

namespace
{

/// The words that scikit-learn's TfidfVectorizer takes.
std::vector<std::string> termsOf(const QString &sentence)
{
    static const QRegularExpression word(QStringLiteral("\\b\\w\\w+\\b"), QRegularExpression::UseUnicodePropertiesOption);
    std::vector<std::string> terms;
    for (auto match = word.globalMatch(sentence.toLower()); match.hasNext();)
        terms.push_back(match.next().captured().toStdString());
    const std::size_t words = terms.size();
    for (std::size_t i = 1; i < words; ++i)
        terms.push_back(terms[i - 1] + ' ' + terms[i]);
    return terms;
}

} // namespace

const std::vector<std::uint8_t> &RawExamples::pixels(int number)
{
    const auto [at, isNew] = m_pixels.try_emplace(number);
    if (isNew) {
        ModelCard grey;
        grey.channels = 1;
        grey.framing = Framing::CentreCrop;
        grey.cropFraction = 1.0;
        auto input = media::modelInput(m_examples.bytes(number), grey, kSide);
        if (!input) {
            m_pixels.erase(at);
            throw Failure(input.error());
        }
        at->second = std::move(input->values);
    }
    return at->second;
}

const std::vector<std::string> &RawExamples::terms(int number)
{
    const auto [at, isNew] = m_terms.try_emplace(number);
    if (isNew)
        at->second = termsOf(QString::fromUtf8(m_examples.bytes(number)));
    return at->second;
}

void RawExamples::forget(int number)
{
    m_pixels.erase(number);
    m_terms.erase(number);
}

} // namespace shotlab::engine
