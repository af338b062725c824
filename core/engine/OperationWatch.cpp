// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/OperationWatch.h"

#include <unordered_map>

#include <ATen/ATen.h>
#include <torch/library.h>

#include "engine/Failure.h"

namespace shotlab::engine
{

namespace
{

constexpr auto kHookKey = c10::DispatchKey::TESTING_ONLY_GenericMode;

thread_local const std::atomic<bool> *t_stop = nullptr;

} // namespace

struct CountedResults::Count {
    /// By the memory's address: views and results written in place share it. Kept alive, so that no address comes twice and
    /// the count does not depend on the allocator.
    std::unordered_map<const void *, c10::Storage> buffers;

    void add(const at::Tensor &tensor)
    {
        if (tensor.defined() && tensor.has_storage())
            buffers.emplace(tensor.storage().data(), tensor.storage());
    }
};

/// What the dispatcher calls in front of every operation.
struct OperationHook {
    static thread_local CountedResults::Count *t_count;

    static void call(const c10::OperatorHandle &operation, torch::jit::Stack *stack)
    {
        if (t_stop != nullptr && *t_stop)
            throw Cancelled();
        {
            const c10::impl::ExcludeDispatchKeyGuard once(kHookKey); // not for the operations it is made of
            operation.callBoxed(stack);
        }
        if (t_count == nullptr)
            return;
        const std::size_t results = operation.schema().returns().size();
        for (std::size_t i = stack->size() - results; i < stack->size(); ++i) {
            if ((*stack)[i].isTensor())
                t_count->add((*stack)[i].toTensor());
        }
    }
};

thread_local CountedResults::Count *OperationHook::t_count = nullptr;

StopBetweenOperations::StopBetweenOperations(const std::atomic<bool> &stop) : m_before(t_stop), m_guard(kHookKey)
{
    t_stop = &stop;
}

StopBetweenOperations::~StopBetweenOperations() { t_stop = m_before; }

CountedResults::CountedResults() : m_count(std::make_unique<Count>()), m_before(OperationHook::t_count), m_guard(kHookKey)
{
    OperationHook::t_count = m_count.get();
}

CountedResults::~CountedResults() { OperationHook::t_count = m_before; }

std::int64_t CountedResults::bytes() const
{
    std::int64_t total = 0;
    for (const auto &[address, storage] : m_count->buffers)
        total += static_cast<std::int64_t>(storage.nbytes());
    return total;
}

} // namespace shotlab::engine

// The dispatcher finds it by the key's name, for every operation there is or will be.
TORCH_LIBRARY_IMPL(_, TESTING_ONLY_GenericMode, library)
{
    library.fallback(torch::CppFunction::makeFromBoxedFunction<&shotlab::engine::OperationHook::call>());
}
