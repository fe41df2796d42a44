"""Organisations by name, by how names are built, and by the company they keep."""

import re
from collections.abc import Callable

import pytest

from extractor.lexicon.organizations import load_organizations
from extractor.records import EntityType

pytestmark = pytest.mark.ginza
ORGANIZATIONS = load_organizations()
Named = Callable[[str], list[tuple[str, str]]]
EXAMPLES = {kind.id: kind.example for kind in ORGANIZATIONS.kinds_of_name}


def organizations(named: Named, text: str) -> list[str]:
    return [name for name, kind in named(text) if kind == EntityType.ORGANIZATION]


@pytest.mark.parametrize("kind", sorted(EXAMPLES))
def test_every_name_is_found(named: Named, kind: str) -> None:
    forms = [form for entry in ORGANIZATIONS.names if entry.kind == kind for form in entry.all_forms]
    assert [form for form in forms if form not in organizations(named, EXAMPLES[kind].replace("{}", form))] == []


@pytest.mark.parametrize(
    "kind",
    [
        "particles",
        "suffixes",
        "introduced",
        "joined",
        "group_endings",
        "shops",
        "of_shops",
        "such",
        "seated",
        "addresses",
        "hiragana_heads",
        "of_schools",
    ],
)
def test_name_is_found_before_every_form(named: Named, kind: str) -> None:
    texts = [entry.example.format(form) for entry in getattr(ORGANIZATIONS, kind) for form in entry.forms]
    assert [text for text in texts if len(organizations(named, text)) != 1] == []


def test_parts_of_what_was_named_before_have_no_name(named: Named) -> None:
    texts = [entry.example.format(form) for entry in ORGANIZATIONS.same for form in entry.forms]
    assert [text for text in texts if organizations(named, text)] == []


@pytest.mark.parametrize("head", ORGANIZATIONS.heads, ids=lambda head: head.example)
def test_head_ends_a_name_in_its_example(named: Named, head: object) -> None:
    example: str = head.example  # type: ignore[attr-defined]
    name = re.search("‹(.+)›", example)
    assert name is not None
    assert organizations(named, re.sub("[‹›]", "", example)) == [name[1]]
    assert organizations(named, head.counter) == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("米国務省は発表した", ["米国務省"], id="ministry-with-its-country"),
        pytest.param("韓国サムスン電子は発表した", ["サムスン電子"], id="firm-without-its-country"),
        pytest.param("チュニジア大統領府は発表した", ["チュニジア大統領府"], id="institution-with-its-country"),
        pytest.param("在インド日本大使館は発表した", ["在インド日本大使館"], id="mission-with-where-it-is"),
        pytest.param("市民団体の「みどり環境ネット」は反対した", ["みどり環境ネット"], id="group-in-brackets"),
        pytest.param("支援団体の「見守り活動」は続く", [], id="deed-of-a-group"),
        pytest.param("三十年続く「菓子工房みどり」では客が減った", ["菓子工房みどり"], id="shop-in-brackets"),
        pytest.param("「居酒屋経営」では稼げず「カフェ巡り」が人気", [], id="shops-in-general"),
        pytest.param("洋菓子店「もう限界…」と嘆く", [], id="said-in-a-headline"),
        pytest.param("鉄鋼大手の三河スチールは減益だ", ["三河スチール"], id="place-and-katakana-of-a-kind"),
        pytest.param("大手の日本メーカーは減益だ", [], id="country-and-katakana"),
        pytest.param("三河スチールの高橋誠社長は話した", ["三河スチール"], id="place-and-katakana-with-a-head"),
        pytest.param(
            "米誌シルバー・スクリーンは伝えた", ["シルバー・スクリーン"], id="behind-paper-and-country-in-one-word"
        ),
        pytest.param("独警察組合委員長のヨッヘン・コペルケ氏", ["独警察組合"], id="before-a-title"),
        pytest.param("イグナチオ・サンチェス事務局長は語った", [], id="title-is-no-bureau"),
        pytest.param("国家安全保障・国防会議が開かれた", ["国家安全保障・国防会議"], id="joined-by-a-dot"),
        pytest.param("京都・中京署は発表した", ["中京署"], id="place-and-dot-outside"),
        pytest.param("保守党本部で開かれた", ["保守党"], id="known-name-before-a-head"),
        pytest.param("全アッサム学生連合（AASU）は発表した", ["全アッサム学生連合", "AASU"], id="abbreviation"),
        pytest.param(
            "NEP社と日刊紙ターゲスシュピーゲルによると", ["NEP", "ターゲスシュピーゲル"], id="kind-and-what-follows"
        ),
        pytest.param("ベター・マーケッツの共同創設者によると", ["ベター・マーケッツ"], id="role-in-it"),
        pytest.param("（ベースボールキング） - Yahoo!ニュース", ["ベースボールキング", "Yahoo!ニュース"], id="credit"),
        pytest.param("【ワシントン共同】会議が開かれた", ["共同"], id="dateline"),
        pytest.param("ボーイング737とグーグルマップ", [], id="products"),
        pytest.param("土曜日にリバプールで会議が開かれた", [], id="city-outside-sport"),
        pytest.param("韓国国防部と中国外交部は発表した", ["韓国国防部", "中国外交部"], id="ministries-of-asia"),
        pytest.param("コロナ市消防署が出動した", ["コロナ市消防署"], id="town-that-the-dictionary-lacks"),
        pytest.param("JA岩手ふるさとは、同JAを通じて", ["JA岩手ふるさと", "JA"], id="cooperative"),
        pytest.param("サッカーJ1の名古屋は勝った", ["名古屋"], id="league-before-a-town"),
        pytest.param("『レコルド』によると首相は辞める", ["レコルド"], id="cited-in-brackets"),
        pytest.param("『レコルド』を歌った", [], id="work-in-brackets"),
        pytest.param("飛騨毎日新聞社は伝えた", ["飛騨毎日新聞社"], id="another-paper-of-the-name"),
        pytest.param("娘のアップル（16歳）", [], id="a-child"),
        pytest.param("昨シーズンAP通信社が選んだ", ["AP通信社"], id="time-before-a-name"),
        pytest.param(
            "住民でつくる「川を守る会」は「川を守る会だ」と話した", ["川を守る会"] * 2, id="group-in-brackets"
        ),
        pytest.param("【Ａ】「赤い壁」などの団体が集まった", ["赤い壁"], id="group-in-brackets-before-its-kind"),
        pytest.param(
            "（アムラス（ａｍｕｒａｓｕ）） - Yahoo!ニュース",
            ["アムラス", "ａｍｕｒａｓｕ", "Yahoo!ニュース"],
            id="credit-with-reading",
        ),
        pytest.param(
            "（テレビ朝日系（ANN）） - Yahoo!ニュース", ["テレビ朝日", "ANN", "Yahoo!ニュース"], id="group-of-stations"
        ),
        pytest.param("スペイン『アムラス』が報道を否定した", ["アムラス"], id="medium-of-a-country"),
        pytest.param("ESPN+は中継した", ["ESPN+"], id="plus-of-a-name"),
        pytest.param("ルイス・アルマス病院は休みだ", ["ルイス・アルマス病院"], id="hospital-named-after-a-person"),
        pytest.param("日本航空労組と近大病院は", ["日本航空労組", "近大病院"], id="of-a-known-one"),
        pytest.param(
            "医療法人緑心会かりん病院は開く。かりん病院と緑心会は",
            ["医療法人緑心会かりん病院", "かりん病院", "緑心会"],
            id="without-its-legal-form",
        ),
        pytest.param("お笑いコンビのアワナンドと大手コンビニ", ["アワナンド"], id="kind-before-a-word-is-no-sign"),
        pytest.param("飛騨毎日新聞グループは", ["飛騨毎日新聞グループ"], id="group-of-a-known-paper"),
        pytest.param("福島地域交流センターが開いた", [], id="venue-is-no-centre"),
        pytest.param("福島南署と札幌東署は", ["福島南署", "札幌東署"], id="quarter-of-a-town"),
        pytest.param("拠点の「チームアワナンド」と話した", ["チームアワナンド"], id="nouns-in-brackets-are-a-name"),
        pytest.param("ドイツ留学中に書いた", [], id="while-abroad"),
        pytest.param("団体「もうやめて」と訴えた", [], id="speech-in-brackets"),
        pytest.param("機械を作るＡＯＮＡＭＩ（本社豊橋市）は発表した", ["ＡＯＮＡＭＩ"], id="where-it-sits"),
        pytest.param("販売するアムラスネット（豊橋市山野）は", [], id="no-end-of-an-address"),
        pytest.param("マリア・ロペス（福井市）が優勝した", [], id="a-person-of-a-town"),
        pytest.param("アワナンド合同会社が設立された", ["アワナンド合同会社"], id="legal-form-behind"),
        pytest.param("第４回青森漁業振興協議会が開かれた", ["青森漁業振興協議会"], id="which-time-it-meets"),
        pytest.param("運営するAo―Na（本社津市）は発表した", ["Ao―Na"], id="dash-in-latin-letters"),
        pytest.param("【ガジアンテプ（トルコ南部）共同】地震が起きた", ["共同"], id="place-in-a-dateline"),
        pytest.param("川で遊ぶ熊（住民提供・共同）", ["共同"], id="who-gave-the-picture"),
        pytest.param("株式会社Ao―Naは発表した", ["株式会社Ao―Na"], id="legal-form-before-a-dash"),
        pytest.param("この合同会社が設立された", [], id="legal-form-alone"),
        pytest.param("第３疾病予防研究所は発表した", ["第３疾病予防研究所"], id="number-before-it"),
        pytest.param(
            "【Ａ組】アワナンド、富山県選抜、早稲田大\n",
            ["アワナンド", "富山県選抜", "早稲田大"],
            id="list-with-a-known-one",
        ),
        pytest.param("りんご、みかん、早稲田大の学生", ["早稲田大"], id="list-of-other-things"),
        pytest.param("小中高校と市町教委", [], id="schools-in-general"),
        pytest.param("夏の静岡県高校野球大会", [], id="schools-of-a-prefecture"),
        pytest.param("ABC12とCBSマイアミが伝えた", ["ABC12", "CBSマイアミ"], id="stations-of-a-network"),
        pytest.param("三原ターミナル（本社・福井市）は発表した", ["三原ターミナル"], id="town-before-common-katakana"),
        pytest.param("1844年（弘化2年）に始まった", [], id="year-in-brackets"),
        pytest.param("ノーススターの日本法人は", ["ノーススター"], id="its-company-here"),
        pytest.param("アムラスのイワン・ソコロフ最高経営責任者は", ["アムラス"], id="before-who-heads-it"),
        pytest.param("スポーツメーカーのイワン・ソコロフ社長は", [], id="kind-before-who-heads-it"),
        pytest.param("Amrasによれば増え、SNSによると減った", ["Amras"], id="source-in-latin-letters"),
        pytest.param("MUSEUMとEUの首脳", ["EU"], id="letters-inside-a-word"),
    ],
)
def test_organizations(named: Named, text: str, expected: list[str]) -> None:
    assert organizations(named, text) == expected


def test_ids_of_one_organization_are_one(mentions: Callable[[str], list[object]]) -> None:
    found = mentions("北大西洋条約機構（NATO）の会議")
    assert {m.link for m in found} == {"wikidata:Q7184"}  # type: ignore[attr-defined]
