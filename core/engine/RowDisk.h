// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>
#include <QByteArray>
#include <QFile>
#include <QString>

namespace shotlab::engine
{

/// A folder of files with what frozen parts made of examples, so that a reopened lab need not pass them again. Only a help:
/// whatever is damaged, foreign or cannot be written is passed over, and the rows are computed anew.
class RowDisk
{
public:
    /// folder empty: nothing is read or written. limit: bytes in all files together; those unused for longest go first.
    RowDisk(QString folder, std::int64_t limit) : m_folder(std::move(folder)), m_limit(limit) { }

    /// Everything that rows depend on beside their example; its hash names the file, and the file holds it in full.
    class File
    {
    public:
        File(QString path, QByteArray description, std::int64_t limit);

        /// The rows of an example, one tensor [1, ...] per value at the cut, or none when it has to be computed.
        [[nodiscard]] std::vector<at::Tensor> read(const std::string &exampleHash);
        /// rows: [n, ...] each, in the order of the hashes; shapes and types are the same in every call.
        void append(const std::vector<std::string> &exampleHashes, const std::vector<at::Tensor> &rows);

    private:
        struct Column {
            std::vector<std::int64_t> shape; ///< of one row, without the leading 1
            int type = 0; ///< c10::ScalarType
            std::int64_t bytes = 0;
        };

        void open();
        bool readHeader();
        void readIndex();
        bool begin(const std::vector<at::Tensor> &rows);
        bool appended(const std::vector<std::string> &exampleHashes, const std::vector<at::Tensor> &rows);
        [[nodiscard]] bool fits(const std::vector<at::Tensor> &rows) const;
        [[nodiscard]] std::int64_t recordBytes() const;

        QString m_path;
        QByteArray m_description;
        std::int64_t m_limit;
        QFile m_file;
        bool m_writable; ///< false once something could not be written
        std::vector<Column> m_columns; ///< empty: the file does not exist yet
        std::int64_t m_begin = 0; ///< of the first record
        std::map<QByteArray, std::int64_t> m_places; ///< by key of the example
    };

    /// The file of these rows; makes room for it first.
    [[nodiscard]] std::unique_ptr<File> file(const QByteArray &description) const;

private:
    void makeRoom() const;

    QString m_folder;
    std::int64_t m_limit;
};

} // namespace shotlab::engine
