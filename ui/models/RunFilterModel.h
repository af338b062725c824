// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include <QSortFilterProxyModel>
#include <QStringList>

#include "lab/Shots.h"

namespace shotlab::models
{

/// The rows of a RunListModel that people want to see, in the order they want.
class RunFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class State { Any, Done, Open, Failed }; ///< Open: running or waiting
    enum class Order { LargestShotsFirst, BestFirst, ByMethod, SlowestFirst }; ///< the first is the model's own

    explicit RunFilterModel(QObject *parent = nullptr);

    /// Every word must be in the method's name, its k, its tags or its note; capitals do not matter.
    void setWords(const QString &words);
    void setState(State state);
    void setShots(std::optional<Shots> shots);
    void setArm(std::optional<int> arm);
    void setOrder(Order order);
    void showAll();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] std::optional<Shots> shots() const { return m_shots; }
    [[nodiscard]] std::optional<int> arm() const { return m_arm; }
    [[nodiscard]] Order order() const { return m_order; }
    [[nodiscard]] bool isFiltering() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    State m_state = State::Any;
    std::optional<Shots> m_shots;
    std::optional<int> m_arm;
    Order m_order = Order::LargestShotsFirst;
};

} // namespace shotlab::models
