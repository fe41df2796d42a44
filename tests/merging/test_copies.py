"""Statements in the same words, and what differs."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.merging import Registry, merge_records
from extractor.merging.candidates import alike
from extractor.merging.copies import compare
from extractor.merging.differences import differences
from extractor.merging.registry import Edit
from extractor.merging.wording import wording
from extractor.records import ArticleRecord

Story = Callable[..., ArticleRecord]
FIRST = "同盟の抑止力はいささかも揺るがず、地域の安定の礎であり続ける"
CHANGED = "同盟の抑止力は少しも揺るがず、地域の安定の礎であり続ける"
OTHER = "民間人の犠牲はもはや耐えがたい水準に達し、即時の停戦が要る"


@pytest.fixture
def published(story: Story) -> Callable[..., Registry]:
    """Merge articles of one statement each, published day by day; each is a content and its speaker."""

    def publish(*said: tuple[str, str | None], same_day: bool = False) -> Registry:
        return merge_records(
            story(
                f"{speaker or ''}「{content}」",
                *([{"name": speaker}] if speaker else []),
                path=f"{day}.txt",
                published=f"2026-03-{1 if same_day else day:02}",
                publisher=f"新聞{day}",
                said=((content, speaker),),
            )
            for day, (content, speaker) in enumerate(said, 1)
        )

    return publish


Published = Callable[..., Registry]


def test_the_first_is_first_and_the_rest_tell_how_they_differ(published: Published) -> None:
    (copies,) = published((FIRST, "佐藤健一"), (OTHER, "陳麗"), (CHANGED, "佐藤健一"), (FIRST, None)).copies
    assert [(each.publisher, each.by) for each in copies.publications] == [
        ("新聞1", "first"),
        ("新聞3", "near-words"),
        ("新聞4", "same-words"),
    ]
    assert copies.first_is_sure
    (difference,) = copies.publications[1].differences
    assert (difference.edit, difference.first_text, difference.text) == (Edit.REPLACED, "いささか", "少し")


def test_which_is_first_is_not_sure_on_one_day(published: Published) -> None:
    (copies,) = published((FIRST, None), (CHANGED, None), same_day=True).copies
    assert not copies.first_is_sure


def test_punctuation_and_width_make_no_other_words(published: Published) -> None:
    (copies,) = published(("ＮＡＴＯは、加盟国を必ず守り抜く。", None), ("NATOは加盟国を必ず守り抜く", None)).copies
    assert copies.publications[1].by == "same-words"


def test_short_words_are_copies_only_of_one_speaker(published: Published) -> None:
    assert published(("再発防止に努める", "大西真由美"), ("再発防止に努める", "高橋修")).copies == ()
    assert published(("再発防止に努める", None), ("再発防止に努める", None)).copies == ()
    assert len(published(("再発防止に努める", "大西真由美"), ("再発防止に努める", "大西真由美")).copies) == 1


def test_two_people_who_say_much_the_same_are_no_copies(published: Published) -> None:
    assert published((FIRST, "佐藤健一"), (CHANGED, "陳麗")).copies == ()


def test_one_article_that_repeats_itself_is_no_copy(story: Story) -> None:
    assert merge_records([story(f"「{FIRST}」「{CHANGED}」", said=((FIRST, None), (CHANGED, None)))]).copies == ()


def test_a_part_is_a_copy() -> None:
    whole = FIRST + OTHER + "この考えに変わりはないと改めて強調しておきたい"
    found = compare(wording(whole), wording(FIRST))
    assert found is not None
    assert found.by == "part-of"


def test_candidates_hold_every_pair_of_equal_sketches() -> None:
    pairs = set(alike([wording(FIRST), wording(OTHER), wording(CHANGED)]))
    assert (0, 2) in pairs
    assert (0, 1) not in pairs
    assert list(alike([FIRST])) == []


@given(st.text("国民の声を聞く、。", max_size=30), st.text("国民の声を聞く、。", max_size=30))
def test_differences_turn_the_first_into_the_other(first: str, text: str) -> None:
    rebuilt, done = "", 0
    for each in differences(first, text):
        assert first[each.first_start : each.first_end] == each.first_text
        assert text[each.start : each.end] == each.text
        rebuilt += first[done : each.first_start] + each.text
        done = each.first_end
    assert rebuilt + first[done:] == text
