#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the values that tests/stats compares with, computed by scipy and numpy on their own.

    python3 tools/reference/stats_reference.py tests/data/stats

Needs python3-numpy and python3-scipy; run it again only when a method changes.
"""
import json
import pathlib
import sys

import numpy as np
from scipy import optimize, special, stats


def distributions():
    tails = [0.25, 0.025, 0.001, 1e-6, 1e-10]
    dfs = [1, 2, 2.5, 5, 19, 49.3, 999]
    points = [0.0, 0.5, 1.96, 4.3, 12.0]
    return {
        "normal_quantiles": [{"p": p, "z": stats.norm.isf(p)} for p in tails],
        "normal_tails": [{"z": z, "p": stats.norm.sf(z)} for z in points],
        "student_quantiles": [{"p": p, "df": df, "t": stats.t.isf(p, df)} for p in tails for df in dfs],
        "student_tails": [{"t": t, "df": df, "p": stats.t.sf(t, df)} for t in points for df in dfs],
        "fisher_tails": [{"f": f, "d1": a, "d2": b, "p": stats.f.sf(f, a, b)}
                         for f in (0.5, 1.0, 3.7) for a, b in ((2, 40), (19, 3781))],
        "digamma": [{"x": x, "y": float(special.digamma(x))} for x in (0.5, 1.0, 9.5)],
        "trigamma": [{"x": x, "y": float(special.polygamma(1, x))} for x in (0.5, 1.0, 9.5)],
    }


def wilson():
    cases = [(0, 10), (1, 10), (5, 10), (10, 10), (37, 50), (199, 200)]
    result = []
    for right, n in cases:
        interval = stats.binomtest(right, n).proportion_ci(0.95, method="wilson")
        result.append({"right": right, "n": n, "low": interval.low, "high": interval.high})
    return result


def mean_squares(table, values=(), weights=()):
    """Two-way analysis of variance, weighted columns appended; textbook sums of squares."""
    table = np.asarray(table, float)
    draws = len(table)
    full = np.hstack([table, np.tile(np.asarray(values, float), (draws, 1))]) if len(values) else table
    w = np.concatenate([np.ones(table.shape[1]), weights])
    tests = w.sum()
    row = full @ w / tests
    column = full.mean(axis=0)
    mean = row.mean()
    residuals = full - row[:, None] - column[None, :] + mean
    return {
        "mean": mean,
        "tests": tests,
        "draws_ms": tests * ((row - mean) ** 2).sum() / (draws - 1),
        "tests_ms": draws * (w * (column - mean) ** 2).sum() / (tests - 1),
        "residual_ms": (w * residuals ** 2).sum() / ((draws - 1) * (tests - 1)),
    }


def half_width(parts, alpha):
    return np.sqrt(sum(stats.t.isf(alpha / 2, df) ** 2 * variance for variance, df in parts))


def accuracy_interval(table):
    draws = len(table)
    m = mean_squares(table, [1, 0], [0.5, 0.5])
    n = draws * m["tests"]
    parts = [(max(m["draws_ms"] - m["residual_ms"], 0) / n, draws - 1),
             (max(m["tests_ms"], m["residual_ms"]) / n, m["tests"] - 1)]
    q = stats.t.isf(0.025, m["tests"] - 1)
    p = m["mean"]
    count = p * (1 - p) * q * q / half_width(parts, 0.05) ** 2
    # Wilson's limits are the roots of (p - x)^2 = q^2 x (1 - x) / count.
    roots = np.roots([1 + q * q / count, -(2 * p + q * q / count), p * p])
    raw = np.mean(table)
    return {"table": np.asarray(table).tolist(), "mean": raw, "low": min(raw, roots.min()), "high": max(raw, roots.max())}


def paired(a, b):
    table = np.asarray(a, float) - np.asarray(b, float)
    draws = len(table)
    m = mean_squares(table, [1, -1, 0], [0.5, 0.5, 1])
    n = draws * m["tests"]
    ratio = max(1.0, m["draws_ms"] / m["residual_ms"])
    parts = [(ratio * m["residual_ms"] / n, draws - 1),
             (max(m["tests_ms"] - m["residual_ms"], 0) / n, m["tests"] - 1)]
    log_p = optimize.brentq(lambda x: half_width(parts, np.exp(x)) - abs(m["mean"]), np.log(1e-15), -1e-12, xtol=1e-13)
    return {"a": np.asarray(a).tolist(), "b": np.asarray(b).tolist(), "mean": table.mean(), "p": float(np.exp(log_p)),
            "half_width": half_width(parts, 0.05)}


def answers(random, draws, tests, skill, luck):
    score = skill + random.normal(0, 1.5, (1, tests)) + random.normal(0, luck, (draws, 1)) + random.logistic(0, 1, (draws, tests))
    return (score > 0).astype(int)


def moderated_ratios(random):
    """Smyth's prior by scipy's own root finder."""
    df = np.array([2, 2, 2, 2, 2, 19, 19, 2])
    ratios = np.round(2.0 * random.chisquare(df) / df * np.exp(random.normal(0, 0.8, len(df))), 4)
    e = np.log(ratios) - special.digamma(df / 2) + np.log(df / 2)
    beyond = e.var(ddof=1) - special.polygamma(1, df / 2).mean()
    prior_df = 2 * optimize.brentq(lambda x: float(special.polygamma(1, x)) - beyond, 1e-3, 1e6)
    ratio = np.exp(e.mean() + special.digamma(prior_df / 2) - np.log(prior_df / 2))
    return {"ratios": ratios.tolist(), "df": df.tolist(), "prior_df": prior_df, "prior_ratio": float(ratio)}


def main():
    folder = pathlib.Path(sys.argv[1])
    random = np.random.default_rng(20260101)
    small = random.integers(-1, 2, (4, 6))
    same = np.repeat(random.integers(0, 2, (5, 1)), 8, axis=1)  # every test example alike: only draws vary
    files = {
        "distributions": distributions(),
        "wilson": wilson(),
        "anova": {"table": small.tolist(), **mean_squares(small),
                  "weighted": {"values": [1, -1], "weights": [0.5, 1.5], **mean_squares(small, [1, -1], [0.5, 1.5])}},
        "paired_t": {"draws": same[:, 0].tolist(), "columns": 8, "p": stats.ttest_1samp(same[:, 0], 0).pvalue},
        "accuracy": [accuracy_interval(answers(random, d, n, s, luck))
                     for d, n, s, luck in ((2, 12, 0.5, 0.5), (3, 50, 1.0, 0.1), (3, 50, 1.0, 1.5), (20, 30, 2.5, 0.3))],
        "paired": [paired(answers(random, d, n, 1.5, luck), answers(random, d, n, 0.5, luck))
                   for d, n, luck in ((2, 40, 0.2), (3, 60, 0.5), (20, 30, 0.5))],
        "prior": moderated_ratios(random),
    }
    for name, values in files.items():
        (folder / f"{name}.json").write_text(json.dumps(values, indent=1) + "\n")


if __name__ == "__main__":
    main()
