import random
import statistics
from collections.abc import Sequence

from extractor.evaluation.bootstrap import intervals


def mean(values: Sequence[float]) -> dict[str, float]:
    return {"mean": statistics.fmean(values)}


def test_the_interval_of_equal_articles_is_a_point() -> None:
    assert intervals([0.5] * 9, mean, resamples=50, seed=0) == {"mean": (0.5, 0.5)}


def test_one_seed_gives_one_interval() -> None:
    articles = [0.1, 0.4, 0.9, 0.3]
    assert intervals(articles, mean, resamples=99, seed=3) == intervals(articles, mean, resamples=99, seed=3)
    assert intervals(articles, mean, resamples=99, seed=3) != intervals(articles, mean, resamples=99, seed=4)


def test_the_interval_of_a_mean_is_that_of_theory() -> None:
    """The mean of n draws of variance v has a standard error of √(v / n); 95 % lie within 1.96 of them."""
    draw = random.Random(7)
    articles = [draw.random() for _ in range(200)]
    error = 1.96 * statistics.pstdev(articles) / 200**0.5
    lower, upper = intervals(articles, mean, resamples=2000, seed=0)["mean"]
    assert abs(lower - (statistics.fmean(articles) - error)) < 0.006
    assert abs(upper - (statistics.fmean(articles) + error)) < 0.006


def test_as_many_articles_are_drawn_as_there_are() -> None:
    drawn: list[int] = []

    def measure(articles: Sequence[str]) -> dict[str, float]:
        drawn.append(len(articles))
        return {}

    intervals(["a", "b", "c"], measure, resamples=5, seed=0)
    assert drawn == [3] * 5


def test_without_resamples_or_several_articles_there_is_no_interval() -> None:
    assert intervals([0.5, 0.6], mean, resamples=0, seed=0) == {}
    assert intervals([0.5], mean, resamples=9, seed=0) == {}
    assert intervals([], mean, resamples=9, seed=0) == {}
