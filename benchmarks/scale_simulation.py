"""Unit sizes, stragglers and failures at thousands of cores, simulated, to choose the size of a unit.

    python benchmarks/scale_simulation.py [--cores 10000] [--articles 50000000] [--builds 200] [--rate 20] [--feed 1500]

So many builds stand side by side, each with a share of the cores and of the articles, each handing out its units one after
the other (`--feed` documents a second is what reading and cutting the sources allows).  A core reads `--rate` articles a
second (an article's time is lognormal), loads model and tables when it starts, and puts each unit into the object store by
a dozen requests.  Some cores are slow throughout; every core is taken away now and then, which costs what it had in hand
and a new start.  For each size: the time until all is done, the share of the cores' time that went into reading, and what
was lost.  Figures for rate and feed come from `benchmarks/archive.py build` and docs/scale.md; all others are options.
"""

from __future__ import annotations

import argparse
import heapq
from collections import deque
from typing import NamedTuple

import numpy as np

SIZES = (10, 30, 100, 300, 1_000, 3_000, 10_000)


class World(NamedTuple):
    """What does not depend on the size of a unit; seconds, where nothing else is said."""

    cores: int
    articles: int
    builds: int
    rate: float  # articles a second and core
    spread: float  # sigma of the logarithm of an article's time
    feed: float  # documents a second that one build can hand out
    start: float  # to load model and tables
    put: float  # to put one unit in place
    slow_share: float  # of the cores
    slow: float  # times as slow as others
    failures: float  # of a core, an hour
    back: float  # until a core that was taken away is there again


class Outcome(NamedTuple):
    """Of one size."""

    hours: float
    read: float  # share of the cores' time that went into reading what was kept
    lost: float  # share that was lost with killed units
    units: int
    failures: int


def main() -> None:
    """Simulates all sizes and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    defaults = World(10_000, 50_000_000, 200, 20.0, 0.9, 1_500.0, 4.0, 0.6, 0.02, 3.0, 0.05, 60.0)
    for name, value in defaults._asdict().items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    parser.add_argument("--seed", type=int, default=1)
    options = vars(parser.parse_args())
    seed = options.pop("seed")
    world = World(**options)
    print(f"{world}\n{'unit':>8}{'units':>12}{'minutes':>10}{'read':>8}{'lost':>8}{'kills':>8}")
    for size in SIZES:
        o = simulate(world, size, seed)
        print(f"{size:8,}{o.units:12,}{o.hours * 60:10.1f}{o.read:8.1%}{o.lost:8.2%}{o.failures:8,}", flush=True)


def simulate(world: World, size: int, seed: int) -> Outcome:
    """All builds; they share nothing but the hour at which the last one ends."""
    dice = np.random.default_rng(seed)
    cores, articles = world.cores // world.builds, world.articles // world.builds
    ends, read, lost, failures, units = 0.0, 0.0, 0.0, 0, 0
    for _ in range(world.builds):
        end, kept, gone, killed, number = one_build(world, size, cores, articles, dice)
        ends, read, lost, failures, units = max(ends, end), read + kept, lost + gone, failures + killed, units + number
    paid = ends * cores * world.builds
    return Outcome(ends / 3600, read / paid, lost / paid, units, failures)


def one_build(
    world: World, size: int, cores: int, articles: int, dice: np.random.Generator
) -> tuple[float, float, float, int, int]:
    """When it ends; seconds of reading kept, and lost; failures; units."""
    number = -(-articles // size)
    work = unit_times(world, size, number, dice)
    slow = np.where(dice.random(cores) < world.slow_share, world.slow, 1.0)
    dies = dice.exponential(3600 / world.failures, cores) if world.failures else np.full(cores, np.inf)
    free = [(world.start * slow[c], c) for c in range(cores)]
    heapq.heapify(free)
    left = deque(work)
    handed = end = kept = lost = 0.0
    failures = 0
    while left:
        at, core = heapq.heappop(free)
        handed += size / world.feed  # sources are read ahead while cores work
        begins = max(at, handed)
        takes = left.popleft() * slow[core] + world.put
        done = begins + takes
        if done > dies[core]:  # taken away with the unit in hand, which another gets
            left.append((takes - world.put) / slow[core])
            lost += max(dies[core] - begins, 0.0)
            failures += 1
            again = max(dies[core], at) + world.back + world.start * slow[core]
            dies[core] = again + dice.exponential(3600 / world.failures)
            heapq.heappush(free, (again, core))
            continue
        kept += (takes - world.put) / slow[core]
        end = max(end, done)
        heapq.heappush(free, (done, core))
    return end, kept, lost, failures, number


def unit_times(world: World, size: int, number: int, dice: np.random.Generator) -> list[float]:
    """Seconds to read each unit: a sum of lognormal times, drawn as what such sums come to."""
    mean = 1 / world.rate
    variance = mean**2 * (np.exp(world.spread**2) - 1)
    drawn = dice.gamma(size * mean**2 / variance, variance / mean, number)
    times: list[float] = drawn.tolist()
    return times


if __name__ == "__main__":
    main()
