"""HTML pages as they are met: modern ones, tables in Shift_JIS, readings on every word, and no article at all."""

from pathlib import Path

import pytest

from extractor.article import Article
from extractor.readers import ReadFailure, read_article, read_articles
from extractor.readers.outcomes import ReadError
from extractor.readers.pages import declared_charset, read_page

MODERN = """<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8">
<title>見本山の噴火、収まる｜見本新聞デジタル</title>
<meta property="og:title" content="見本山の噴火、収まる｜見本新聞デジタル">
<meta property="og:site_name" content="見本新聞デジタル">
<link rel="canonical" href="https://news.example.jp/a/1">
<script type="application/ld+json">{"@graph": [{"@type": "BreadcrumbList"}, {"@type": ["NewsArticle"],
 "headline": "見本山の噴火、収まる", "datePublished": "2025-08-16T22:05:00Z", "dateModified": "2025-08-20",
 "publisher": {"@type": "Organization", "name": "見本新聞社"}}]}</script></head>
<body><header><nav><ul><li><a href="/p">政治</a></li><li><a href="/w">国際</a></li></ul></nav></header>
<main><article><h1>見本山の噴火、収まる</h1>
<p class="meta"><time datetime="2025-08-17T07:05:00+09:00">2025年8月17日</time></p>
<p>【見本市＝見本太郎】気象台は十七日、見本山の噴火が収まったと
   発表した。台長は記者団に「引き続き注意してほしい」と述べた。</p>
<div class="ad">広告　いますぐ登録して一カ月無料で読む</div>
<h2>住民は安堵</h2>
<p>避難していた男性は「家に帰れる」と喜んだ。市長は支援を続ける考えを示した。</p>
</article><aside><h3>関連記事</h3><ul><li><a href="/1">見本山の入山規制を解除へ</a></li></ul></aside></main>
<footer>Copyright 見本新聞社 無断転載を禁じます</footer></body></html>"""

TABLES = """<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=Shift_JIS">
<TITLE>㈱髙島、新工場を建設 - 見本経済新聞</TITLE></HEAD>
<BODY bgcolor="#ffffff"><TABLE width="800"><TR><TD width="150" valign="top">
<A href="/">トップ</A><BR><A href="/seiji">政治</A><BR><A href="/keizai">経済</A></TD>
<TD valign="top"><FONT size="5"><B>㈱髙島、新工場を建設</B></FONT><BR>
<FONT size="2">2009年04月03日 10:15</FONT><BR><BR>
　㈱髙島の髙田社長は３日、新工場を建設すると発表した。投資額は①土地②設備を合わせ１２０億円。<BR><BR>
　髙田社長は「地域とともに成長したい」と述べた。雇用は約３００人を見込むという。<BR><BR>
　知事は「歓迎する」とのコメントを発表した。<BR>
</TD><TD width="150"><B>関連</B><BR><A href="/a1">円相場が続伸</A><BR><A href="/a2">株価は反落</A></TD></TR></TABLE>
<HR>Copyright 2009 見本経済新聞社</BODY></HTML>"""

SENTENCES = (
    "大臣は十七日の会見で「対策を急ぐ」と述べた。",
    "野党の党首は「遅すぎる」と批判した。審議を求める考えも示した。",
)


def _ruby(text: str) -> str:
    """Put a reading on every kanji."""
    return "".join(f"<ruby>{c}<rp>（</rp><rt>よみ</rt><rp>）</rp></ruby>" if "一" <= c <= "龠" else c for c in text)


def _page(body: str, head: str = "<title>大臣が会見</title>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


BODY = "<article><h1>大臣が会見</h1>" + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES) + "</article>"


def test_a_modern_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(MODERN, encoding="utf-8")
    article = read_article(tmp_path / "a.html")
    assert article.text.split("\n") == [
        "見本山の噴火、収まる",
        "【見本市＝見本太郎】気象台は十七日、見本山の噴火が収まったと発表した。台長は記者団に「引き続き注意してほしい」と述べた。",
        "住民は安堵",
        "避難していた男性は「家に帰れる」と喜んだ。市長は支援を続ける考えを示した。",
    ]
    assert article.title == "見本山の噴火、収まる"
    assert (article.published, article.published_from) == ("2025-08-17T07:05:00+09:00", "metadata")
    assert (article.url, article.publisher) == ("https://news.example.jp/a/1", "見本新聞社")
    assert (article.source.encoding, article.source.encoding_decided_by) == ("utf-8", "charset")


def test_a_page_of_tables_in_shift_jis(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_bytes(TABLES.encode("cp932"))
    article = read_article(tmp_path / "a.htm")
    assert article.text.split("\n") == [
        "㈱髙島、新工場を建設",
        "2009年04月03日 10:15",
        "㈱髙島の髙田社長は３日、新工場を建設すると発表した。投資額は①土地②設備を合わせ１２０億円。",
        "髙田社長は「地域とともに成長したい」と述べた。雇用は約３００人を見込むという。",
        "知事は「歓迎する」とのコメントを発表した。",
    ]
    assert article.title == "㈱髙島、新工場を建設"
    assert (article.published, article.published_from) == ("2009-04-03", "dateline")
    assert (article.source.encoding, article.source.encoding_decided_by) == ("cp932", "charset")


def test_readings_are_left_out() -> None:
    paragraphs = "".join(f"<p>{_ruby(sentence)}</p>" for sentence in SENTENCES)
    draft = read_page(_page(f"<article><h1>{_ruby('大臣が会見')}</h1>{paragraphs}</article>", head=""))
    assert draft.title == "大臣が会見"
    assert draft.text == "\n".join(["大臣が会見", *SENTENCES])


def test_readings_in_the_long_form_are_left_out() -> None:
    ruby = "<ruby><rb>大臣</rb><rtc><rt>だいじん</rt></rtc></ruby>"
    assert "大臣は十七日" in read_page(_page(BODY.replace("大臣は", f"{ruby}は"))).text


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        pytest.param("大臣は\n   会見で述べた。", ["大臣は会見で述べた。"], id="inside-a-word"),
        pytest.param("大臣は\r\n<b>会見</b>\r\nで述べた。", ["大臣は会見で述べた。"], id="beside-an-element"),
        pytest.param("NATO\nsummit で述べた。", ["NATO summit で述べた。"], id="between-foreign-words"),
        pytest.param("会見した。\n\n首相も述べた。", ["会見した。", "首相も述べた。"], id="blank-line"),
        pytest.param("会見した。\n　首相も述べた。", ["会見した。", "首相も述べた。"], id="indented-line"),
        pytest.param("<b>■</b>日程\n\n国会は続く。", ["■日程", "国会は続く。"], id="blank-line-after-an-element"),
        pytest.param("会見した。<br>首相も述べた。", ["会見した。", "首相も述べた。"], id="br"),
    ],
)
def test_line_breaks_of_the_source(source: str, lines: list[str]) -> None:
    page = _page(f"<article><h1>大臣が会見</h1><p>{source}</p><p>{SENTENCES[1]}</p></article>")
    assert read_page(page).text.split("\n") == ["大臣が会見", *lines, SENTENCES[1]]


def test_control_characters_are_left_out() -> None:
    assert "大臣は十七日の会見" in read_page(_page(BODY.replace("十七日", "十\x1f七&#1;日"))).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16"])
@pytest.mark.parametrize("declared", [True, False], ids=["declared", "undeclared"])
def test_every_encoding(tmp_path: Path, encoding: str, declared: bool) -> None:
    head = f'<meta charset="{encoding.replace("_", "-")}">' if declared else ""
    (tmp_path / "a.html").write_bytes(_page(BODY, head=head).encode(encoding))
    assert read_article(tmp_path / "a.html").text == "\n".join(["大臣が会見", *SENTENCES])


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        pytest.param('<meta property="article:published_time" content="2025-08-17">', "", "2025-08-17", id="meta"),
        pytest.param('<meta name="DC.date.issued" content="2025/08/17">', "", "2025/08/17", id="dublin-core"),
        pytest.param("", '<main><time datetime="2025-08-17">昨日</time></main>', "2025-08-17", id="time"),
        pytest.param("", "<header><time>2025年8月17日</time></header>", "2025年8月17日", id="time-as-text"),
        pytest.param("", '<aside><time datetime="2025-08-17"></time></aside>', None, id="time-of-another-article"),
        pytest.param("", '<span itemprop="datePublished" content="2025-08-17">', "2025-08-17", id="itemprop"),
        pytest.param("", "<p>Copyright 2025</p>", None, id="nothing-is-guessed"),
        pytest.param('<script type="application/ld+json">{broken</script>', "", None, id="broken-json-ld"),
        pytest.param(
            '<script type="application/ld+json">[{"@type": "WebSite", "datePublished": "2001-01-01"}]</script>',
            "",
            None,
            id="json-ld-of-the-site",
        ),
        pytest.param(
            '<script type="application/ld+json">//<![CDATA[\n'
            '{"@type": "Article", "datePublished": "2025-08-17"}\n//]]></script>',
            "",
            "2025-08-17",
            id="json-ld-wrapped",
        ),
    ],
)
def test_date_of_publication(head: str, body: str, expected: str | None) -> None:
    assert read_page(_page(body + BODY, head=head)).published == expected


def test_a_date_outside_the_body_is_looked_at_last(tmp_path: Path) -> None:
    page = _page(
        f"<header>2001年1月1日</header><footer>2001年1月1日</footer><div class=meta>2025年8月17日 18:00</div>{BODY}"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    article = read_article(tmp_path / "a.html")
    assert (article.published, article.published_from) == ("2025-08-17", "dateline")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("<title>大臣が会見｜見本新聞</title>", "大臣が会見", id="site-after-headline"),
        pytest.param("<title>大臣が会見 - 政治 - 見本新聞</title>", "大臣が会見", id="site-and-section"),
        pytest.param("<title>大臣が会見し陳謝</title>", "大臣が会見", id="h1-before-title"),
        pytest.param('<meta property="og:title" content="大臣が陳謝">', "大臣が陳謝", id="og-before-h1"),
        pytest.param(
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "大臣「A&amp;B」"}</script>',
            "大臣「A&B」",
            id="json-ld-entities",
        ),
    ],
)
def test_title(head: str, title: str) -> None:
    draft = read_page(_page(BODY, head=head))
    assert draft.title == title
    assert draft.text.startswith(title)
    assert draft.text.count("大臣が会見") == 1


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            _page("<ul><li><a href=/1>大臣が会見</a></li><li><a href=/2>円安が進む</a></li></ul>"), id="links"
        ),
        pytest.param(_page("<article><p>ホーム</p></article>"), id="a-word"),
        pytest.param(_page("<script>document.write('本文。')</script>"), id="script"),
        pytest.param("<!-- -->", id="comment"),
    ],
)
def test_no_article(page: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_page(page)
    assert caught.value.kind == "no-article"


def test_a_page_without_an_article_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(_page("<p></p>"), encoding="utf-8")
    (tmp_path / "b.html").write_text(_page(BODY), encoding="utf-8")
    failure, article = read_articles([tmp_path])
    assert isinstance(failure, ReadFailure)
    assert failure.message == f"{tmp_path}/a.html: no article found in the page; save its text as .txt"
    assert isinstance(article, Article)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b'<meta charset="Shift_JIS">', "Shift_JIS"),
        (b"<META http-equiv=Content-Type content='text/html; charset=euc-jp'>", "euc-jp"),
        (b'<?xml version="1.0" encoding="EUC-JP"?><html>', "EUC-JP"),
        (b"<p>charset=utf-8</p>", None),
    ],
    ids=["html5", "http-equiv", "xml", "none"],
)
def test_declared_charset(data: bytes, charset: str | None) -> None:
    assert declared_charset(data) == charset
