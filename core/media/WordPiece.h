// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <QByteArray>

#include "lab/Result.h"

namespace shotlab::media
{

/// Sentences to the token ids of BERT's uncased models (Devlin et al., arXiv 1810.04805): freed of control characters and
/// accents, lower case, cut at spaces and punctuation, Chinese characters one by one, and each word into the longest pieces
/// that the vocabulary knows (Wu et al., arXiv 1609.08144). Equals the reference library on the strings of
/// tests/data/media/wordpiece.json.z. All functions may be called from several threads at once.
class WordPiece
{
public:
    /// vocabulary: UTF-8, one piece a line, its id the number of the line from 0; pieces inside a word begin with "##".
    /// ModelNoVocabulary (path left empty for the caller) when one of [PAD], [UNK], [CLS], [SEP] is not in it.
    [[nodiscard]] static Result<WordPiece> fromVocabulary(const QByteArray &vocabulary);

    /// [CLS], the sentence's pieces, [SEP]; at most `most` (>= 2) ids, the sentence's end is cut off. What is no valid UTF-8
    /// is passed over. The names of special tokens in a sentence are plain text.
    [[nodiscard]] std::vector<std::int32_t> ids(std::string_view sentence, int most) const;

    /// Pieces in the vocabulary.
    [[nodiscard]] int size() const { return m_size; }
    /// Fills the places behind a sentence's end.
    [[nodiscard]] std::int32_t padding() const { return m_padding; }

private:
    void addWord(const std::u32string &word, std::vector<std::int32_t> &ids) const;

    std::unordered_map<std::u32string, std::int32_t> m_pieces; ///< of words' beginnings
    std::unordered_map<std::u32string, std::int32_t> m_inner; ///< without their "##"
    std::size_t m_longest = 0; ///< code points of the longest piece
    int m_size = 0;
    std::int32_t m_padding = 0;
    std::int32_t m_unknown = 0;
    std::int32_t m_begin = 0;
    std::int32_t m_end = 0;
};

} // namespace shotlab::media
