from extractor.evaluation.mistakes import Mistake, group_mistakes, on_one_line


def test_mistakes_are_grouped_by_kind_with_some_examples() -> None:
    mistakes = [Mistake("b", "x", "1"), Mistake("a", "x", "2"), Mistake("b", "y", "3")]
    first, second = group_mistakes(mistakes, examples=1)
    assert (first.kind, first.count) == ("a", 1)
    assert (second.kind, second.count) == ("b", 2)
    assert [(example.doc, example.text) for example in second.examples] == [("x", "1")]


def test_without_examples_there_are_only_counts() -> None:
    (group,) = group_mistakes([Mistake("a", "x", "1")], examples=0)
    assert (group.count, group.examples) == (1, ())


def test_a_long_text_keeps_both_ends_on_one_line() -> None:
    assert on_one_line("あ\nい") == "あ⏎い"
    assert on_one_line("一二三四五六七", width=4) == "一二……六七"
