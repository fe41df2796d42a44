"""One measurement: run in a process of its own, with one thread, and told as JSON on standard output."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel

#: One thread for each library that multiplies, so that figures are of one core.
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


class Measurement(BaseModel):
    """seconds: of the processor, loading left out. peak: most memory that the process held, in megabytes.

    tokens: that were gone through. stages: seconds by part.
    """

    seconds: float
    peak: float
    tokens: int
    stages: dict[str, float] = {}


def tell(seconds: float, tokens: int, stages: dict[str, float] | None = None) -> None:
    """Write what this process has measured."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts kilobytes
    found = Measurement(seconds=seconds, peak=peak, tokens=tokens, stages=stages or {})
    sys.stdout.write(found.model_dump_json() + "\n")


def measure(module: str, arguments: Sequence[str]) -> Measurement:
    """Return what ``python -m module arguments`` tells."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
        env=os.environ | ONE_THREAD,
    )
    return Measurement.model_validate_json(done.stdout)


def shortest(command: Sequence[str], rounds: int) -> float:
    """Return the fewest seconds, by the clock, from the start of ``command`` to its end."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=os.environ | ONE_THREAD)
        times.append(time.perf_counter() - start)
    return min(times)


def program() -> str:
    """Return the path of ``hatsugen`` beside the Python that runs."""
    return str(Path(sys.executable).with_name("hatsugen"))
