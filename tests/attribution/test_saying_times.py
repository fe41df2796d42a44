"""When something is said: which time belongs to which saying, through the whole pipeline."""

import pytest

from extractor.api import Extractor
from extractor.article import Article

#: The text, then for the statements of which cue which date is wanted; None where none may be given.
CASES = [
    ("首相は8月15日、記者団に増税しないと述べた。", {"述べた": "2025-08-15"}),
    ("18日の会見で首相は「行く」と述べた。", {"述べた": "2025-07-18"}),
    ("首相は15日の会見で「10日に決めた」と述べた。", {"述べた": "2025-08-15"}),
    ("同氏は昨年末、「辞める」と述べた。", {"述べた": "2024-12"}),
    ("17日午前、外相は支持を表明した。", {"表明": "2025-08-17"}),
    ("令和7年8月16日、首相は「行く」と述べた。", {"述べた": "2025-08-16"}),
    ("「残念だ」と社長は15日述べた。", {"述べた": "2025-08-15"}),
    ("「残念だ」と社長は日曜日の別のツイートで述べている。", {"述べている": "2025-08-17"}),
    ("「残念だ」と社長は書いた（8月10日）。", {"書いた": "2025-08-10"}),
    ("大統領は12日付の声明で「許さない」と強調した。", {"強調": "2025-08-12"}),
    ("12日の会談後、首相は「前進した」と語った。", {"語った": "2025-08-12"}),
    ("当局者は12日までに、大統領が訪問すると明らかにした。", {"明らかにした": "2025-08-12"}),
    ("12日に開かれた記者会見で社長は「残念だ」と述べた。", {"述べた": "2025-08-12"}),
    ("社長は12日に会見し、「残念だ」と述べた。", {"述べた": "2025-08-12"}),
    ("警察が12日に発表した調査によると、事故は減った。", {"によると": "2025-08-12"}),
    ("12日の発表によると、事故は減った。", {"の発表によると": "2025-08-12"}),
    ("社長は12日、会見し、「残念だ」と述べ、急ぐと強調した。", {"述べ": "2025-08-12", "強調": "2025-08-12"}),
    ("首相は金曜日の夜、「行く」と述べた。", {"述べた": "2025-08-15"}),
    ("同社は15日、7月の売上高が増えたと発表した。", {"発表": "2025-08-15"}),
    ("15日（日本時間16日）、首相は「行く」と述べた。", {"述べた": "2025-08-15"}),
    ("15日に会談が開かれた。首相は16日、「前日に決めた」と述べた。", {"述べた": "2025-08-16"}),
    ("首相は14日に訪米した。同日夜、「行く」と述べた。", {"述べた": "2025-08-14"}),
    ("首相は18日、「行く」と発表する見通しだ。", {"発表": "2025-08-18"}),
    ("首相は14日、方針を示す会議で「改正する」との方針を示した。", {"方針を示した": "2025-08-14"}),
]  # fmt: skip

NONE = [
    ("首相は「18日に決める」と述べた。", {"述べた": None}),
    ("15日に辞めた議員は「残念だ」と述べた。", {"述べた": None}),
    ("昨年、会社を辞めた男性は「残念だ」と話した。", {"話した": None}),
    ("1月の会議で決めた方針について、首相は「守る」と述べた。", {"述べた": None}),
    ("15日の地震で被災した男性は「助かった」と話した。", {"話した": None}),
    ("15日から首相は「行く」と述べた。", {"述べた": None}),
]

BEFORE = [
    ("首相は15日、「行く」と述べた。中止はしないとも語った。", {"語った": "2025-08-15"}),
    ("8月15日に会談が開かれた。外相は「前進した」と発言した。", {"発言": "2025-08-15"}),
    ("8月15日に会談が開かれた。外相は「前進した」と話している。", {"話している": None}),
    ("8月15日に会談が開かれた。\n\n外相は「前進した」と発言した。", {"発言": "2025-08-15"}),
    ("8月15日に会談が開かれた。\n\n外相は会談後、「前進した」と発言した。", {"発言": "2025-08-15"}),
    ("8月15日に会談が開かれた。\n\n外相は番組で「前進した」と発言した。", {"発言": None}),
    ("8月15日に会談が開かれた。\n\n外相は「前進した」と話している。", {"話している": None}),
    ("8月15日に会談が開かれ、10日に帰国した。\n\n外相は「前進した」と発言した。", {"発言": None}),
    ("8月15日に地震があった。\n\n外相は「前進した」と発言した。", {"発言": None}),
    ("18日に会談が予定されている。外相は「前進した」と発言した。", {"発言": None}),
    ("首相は15日、「行く」と述べたが、外相は「行かない」と反論した。", {"述べた": "2025-08-15", "反論": None}),
]

TABLES = {"own sentence": CASES, "no time of the saying": NONE, "sentence before": BEFORE}


@pytest.mark.ginza
@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{name}: {case[0]}") for name, table in TABLES.items() for case in table],
)
def test_date_of_saying(text: str, expected: dict[str, str | None], extractor_loaded: Extractor) -> None:
    record = extractor_loaded.extract(Article.from_text(text, published="2025-08-17"))
    dates = {
        statement.cue.text: statement.date.value if statement.date else None
        for statement in record.statements
        if statement.cue
    }
    assert {cue: dates[cue] for cue in expected} == expected


@pytest.mark.ginza
def test_the_words_of_the_date_stand_in_the_article_as_written(extractor_loaded: Extractor) -> None:
    article = Article.from_text("ﾊﾞｲﾃﾞﾝ氏は８月１５日夜、「行く」と述べた。", published="2025-08-17T09:00:00+09:00")
    (statement,) = extractor_loaded.extract(article).statements
    assert statement.date is not None
    assert (statement.date.value, statement.date.text) == ("2025-08-15", "８月１５日夜")
    assert article.text[statement.date.start : statement.date.end] == statement.date.text


@pytest.mark.ginza
def test_without_a_date_of_publication_a_full_date_tells(extractor_loaded: Extractor) -> None:
    record = extractor_loaded.extract("首相は15日、「行く」と述べた。外相は2025年8月16日、「行かない」と述べた。")
    assert [statement.date and statement.date.value for statement in record.statements] == [None, "2025-08-16"]
