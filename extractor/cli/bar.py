"""The progress bar of a terminal: articles done, articles a second, time left."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress

from extractor.cli.progress import Progress
from extractor.cli.streams import one_line


class Bar(Progress):
    """A bar on standard error; it is taken away at the end, so that the summary stands alone."""

    def __init__(self, total: int | None) -> None:
        """Make the bar; it is shown inside ``with``."""
        super().__init__(total)
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[speed]:.1f} articles/s"),
            TimeRemainingColumn(),
            TextColumn("left"),
        )
        self._bar = RichProgress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("loading", total=total, speed=0.0)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        self._bar.stop()

    def say(self, message: str) -> None:
        """Show a line above the bar."""
        line = f"hatsugen: {one_line(message)}"
        self._bar.console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)

    def advance(self) -> None:
        """Move the bar."""
        self._bar.update(self._task, advance=1, description="extracting", speed=self.speed)
