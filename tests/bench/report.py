# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown tables of what has been measured: medians over all records."""

from __future__ import annotations

import statistics

import grids
import readouts
import steps
import window
from records import all_of, machine, median, table

PROGRAMS = ("shotlab", "naive", "careful")


def foreign(records: list[dict]) -> str:
    return f"{median(r['foreign'] for r in records):.0%}"


def seconds(value: float | None) -> str:
    return "not reached" if value is None else f"{value:.1f}"


def first_pictures() -> str:
    parts = []
    for sample in ("digits", "deep-sky"):
        records = all_of(f"first-picture/{sample}")
        if not records:
            continue
        keys = [key for key in records[0] if key not in ("bench", "at", "load", "foreign", "foreign share", "runs")]
        lines = [[key, seconds(median(r[key] for r in records) if all(r[key] for r in records) else None)] for key in keys]
        parts.append(table([f"{sample}: seconds since `shotlab-cli compare` started (median of {len(records)}, "
                            f"{foreign(records)} foreign load)", "s"], lines))
    return "\n\n".join(parts)


def accuracy_gap(records: list[dict], peer: str) -> tuple[float, float]:
    """Mean over the cells of Shotlab's accuracy minus the peer's, and the largest difference of one cell, in points."""
    gaps = [100 * (r["shotlab"]["accuracy"][cell] - value) for r in records for cell, value in r[peer]["accuracy"].items()]
    return statistics.mean(gaps), max(gaps, key=abs)


def grid_tables() -> str:
    parts = []
    for name, grid in grids.GRIDS.items():
        lines, totals, pairs = [], dict.fromkeys(PROGRAMS, 0.0), []
        for key, group in grid.groups.items():
            records = all_of(f"grid/{name}/{key}")
            if not records:
                continue
            pairs.append(len(records))
            times = {program: median(r[program]["seconds"] for r in records) for program in PROGRAMS}
            for program in PROGRAMS:
                totals[program] += times[program]
            ratios = {p: median(r[p]["seconds"] / r["shotlab"]["seconds"] for r in records) for p in PROGRAMS[1:]}
            gaps = [accuracy_gap(records, peer) for peer in PROGRAMS[1:]]
            lines.append([group.title, str(len(records)), *(f"{times[p]:.1f}" for p in PROGRAMS),
                          *(f"{ratios[p]:.1f}" for p in PROGRAMS[1:]),
                          *(f"{mean:+.2f} ({most:+.1f})" for mean, most in gaps), foreign(records)])
        if not lines:
            continue
        if len(lines) == len(grid.groups):
            lines.append(["**whole grid** (sum of the groups)", str(min(pairs)), *(f"{totals[p]:.1f}" for p in PROGRAMS),
                          *(f"{totals[p] / totals['shotlab']:.1f}" for p in PROGRAMS[1:]), "", "", ""])
        parts.append(table([grid.title, "pairs", "Shotlab s", "naive s", "careful s", "naive ÷", "careful ÷",
                            "accuracy − naive", "− careful", "foreign load"], lines))
    return "\n\n".join(parts)


def step_table() -> str:
    lines = []
    for model in steps.MODELS:
        records = all_of(f"steps/{model}")
        if not records:
            continue
        for kind, passes in (("forward", 1), ("training", 3)):  # a backward pass is two products for each one forward
            ours = median(r["shotlab"][kind] for r in records)
            peer = median(r["pytorch"][kind] for r in records)
            roof = median(max(r["pytorch"]["sgemm"], r["pytorch"]["convolution"]) for r in records)
            share = passes * records[0]["pytorch"]["operations"] / ours / roof
            lines.append([f"{model}, {kind}", str(len(records)), f"{1000 * ours:.1f}", f"{1000 * peer:.1f}", f"{peer / ours:.1f}",
                          f"{share:.0%} of {roof / 1e9:.0f} GFLOP/s", foreign(records)])
    return table(["ms per picture of 224 pixels or sentence of 16 tokens, batch 8", "pairs", "Shotlab", "PyTorch", "÷", "of the roof", "foreign load"],
                 lines) if lines else ""


def readout_table() -> str:
    lines = []
    base = None
    for case in [*readouts.CASES, "while training"]:
        records = all_of(f"readouts/{case}")
        if not records:
            continue
        times = [t for r in records for t in r["seconds"]]
        base = base or median(times)
        growth = "" if case == "while training" else f"{median(times) / base:.1f}"
        lines.append([case, str(len(times)), f"{1000 * median(times):.0f}", f"{1000 * max(times):.0f}", growth, foreign(records)])
    return table(["100 draws × (prototypes + probe), 5 classes, k = 5, 1280 features, 200 test pictures", "asked", "median ms",
                  "most ms", "growth", "foreign load"], lines) if lines else ""


def cancel_table() -> str:
    lines = []
    for model in ("mobilenet_v2", "efficientnet-lite0"):
        records = all_of(f"cancel/{model}")
        times = [t for r in records for t in r["seconds"]]
        if times:
            lines.append([model, str(len(times)), f"{1000 * median(times):.0f}", f"{1000 * max(times):.0f}", foreign(records)])
    return table(["cancel while all layers train, batch 32 at 224 pixels", "cancels", "median ms", "most ms", "foreign load"],
                 lines) if lines else ""


def many_table() -> str:
    lines = []
    for step in ("import", "compare"):
        records = all_of(f"many-pictures/{step}")
        if records:
            lines.append([step, str(len(records)), f"{median(r['seconds'] for r in records):.0f}",
                          f"{max(r['host'] for r in records) / 1e6:.0f}", f"{max(r['engine'] for r in records) / 1e6:.0f}", foreign(records)])
    return table(["10,000 pictures of 21 KB, EfficientNet-Lite0", "times", "s", "host peak MB", "engine peak MB", "foreign load"],
                 lines) if lines else ""


def window_table() -> str:
    """Medians over the runs of all records; of gaps the worst run, too."""
    lines = []
    for step in window.STEPS:
        records = all_of(f"window/{step}")
        runs = [run for r in records for run in r["runs"]]
        if not runs:
            continue
        cells = [step, str(len(runs)), f"{median(run['seconds'] for run in runs):.2f}"]
        gaps = [run["gaps"] for run in runs if "gaps" in run]
        cells.append(f"{1000 * median(g['p99.9'] for g in gaps):.0f} ({1000 * max(g['p99.9'] for g in gaps):.0f})" if gaps else "")
        cells.append(f"{1000 * median(g['most'] for g in gaps):.0f}" if gaps else "")
        memory = [run["memory"] for run in runs if "memory" in run]
        cells.append(" / ".join(f"{median(m[kind] for m in memory) / 1e6:.0f}" for kind in ("private", "pss", "rss")) if memory else "")
        lines.append([*cells, foreign(records)])
    return table(["the window", "times", "s", "gap p99.9 ms (worst run)", "longest gap ms", "MB private / PSS / RSS", "foreign load"],
                 lines) if lines else ""


def text() -> str:
    parts = [machine(), first_pictures(), grid_tables(), step_table(), readout_table(), cancel_table(), many_table(), window_table()]
    return "\n\n".join(part for part in parts if part)
