// SPDX-FileCopyrightText: 2026 The Shotlab developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// On a function of loops: compiled for each generation of x86-64 vector units; the fitting one is chosen as the program starts.
/// What it calls must be inlined to profit. The two kinds ATen's own kernels are compiled for, which keeps sums of products
/// bit-equal with theirs.
#if defined(__x86_64__)
#define SHOTLAB_VECTOR_TARGETS __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define SHOTLAB_VECTOR_TARGETS
#endif
