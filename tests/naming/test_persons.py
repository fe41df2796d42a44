"""Persons: by title, by role, by the inner form of the name."""

from collections.abc import Callable

import pytest

from extractor.lexicon.titles import load_titles
from extractor.naming.candidate import Candidate
from extractor.records import EntityType, MentionKind

pytestmark = pytest.mark.ginza
TITLES = load_titles()
Finder = Callable[[str], list[Candidate]]


def persons(mentions: Finder, text: str) -> list[Candidate]:
    found = [m for m in mentions(text) if m.label is EntityType.PERSON and m.kind is MentionKind.NAME]
    return sorted(found, key=lambda m: m.start)


def test_a_name_is_found_before_every_title(mentions: Finder) -> None:
    examples = [
        (entry.example.format(form), entry.example.split("{}")[0]) for entry in TITLES.classes for form in entry.forms
    ]
    found = [(text, [text[p.start : p.end] for p in persons(mentions, text)]) for text, _ in examples]
    assert found == [(text, [name]) for text, name in examples]


@pytest.mark.parametrize(
    ("text", "name", "phrase", "role"),
    [
        pytest.param("ウィットコフ特使は語った", "ウィットコフ", "ウィットコフ特使", "特使", id="direct"),
        pytest.param("ルビオ米国務長官は語った", "ルビオ", "ルビオ米国務長官", "国務長官", id="country-between"),
        pytest.param(
            "アダム・マイヤーズ上級副社長は",
            "アダム・マイヤーズ",
            "アダム・マイヤーズ上級副社長",
            "上級副社長",
            id="chain",
        ),
        pytest.param(
            "ムハンマド・モフベル第1副大統領は",
            "ムハンマド・モフベル",
            "ムハンマド・モフベル第1副大統領",
            "第1副大統領",
            id="number",
        ),
        pytest.param(
            "CEOアミット・ヨラン氏は語った", "アミット・ヨラン", "CEOアミット・ヨラン氏", "CEO", id="role-before"
        ),
        pytest.param("会長の田中太郎氏は語った", "田中太郎", "田中太郎氏", "会長", id="role-with-no"),
        pytest.param("会長である田中太郎氏は語った", "田中太郎", "田中太郎氏", "会長", id="role-that-is"),
        pytest.param("木下明夫眼科部長は語った", "木下明夫", "木下明夫眼科部長", "眼科部長", id="ward"),
        pytest.param("金与正氏は語った", "金与正", "金与正氏", "", id="korean"),
        pytest.param(
            "社長のデニス・M・ケレハー氏は", "デニス・M・ケレハー", "デニス・M・ケレハー氏", "社長", id="initial"
        ),
        pytest.param("土屋柚衣（ゆい）さんの作品", "土屋柚衣", "土屋柚衣（ゆい）さん", "", id="reading-between"),
        pytest.param("右腕・ペティットと対戦", "ペティット", "ペティット", "", id="on-the-field"),
        pytest.param("大関の霧馬山は寄り切った", "霧馬山", "霧馬山", "大関", id="ring-name"),
        pytest.param("FW田原夢生（31）が出た", "田原夢生", "FW田原夢生", "FW", id="position"),
        pytest.param("高市首相は語った", "高市", "高市首相", "首相", id="town-before-a-title-of-state"),
        pytest.param("小城市の溝田槙悟さんは", "溝田槙悟", "溝田槙悟さん", "", id="surname-that-was-cut"),
        pytest.param("石橋　茂首相は", "石橋　茂", "石橋　茂首相", "首相", id="blank-before-the-given-name"),
        pytest.param("飯沼一丈副本部長らが", "飯沼一丈", "飯沼一丈副本部長", "副本部長", id="number-in-a-name"),
        pytest.param("木村前日銀総裁は語った", "木村", "木村前日銀総裁", "前日銀総裁", id="former-office"),
        pytest.param("佐藤元東都大教授は", "佐藤", "佐藤元東都大教授", "元東都大教授", id="former-office-of-a-school"),
        pytest.param("中国の林建国国家主席は", "林建国", "林建国国家主席", "国家主席", id="chinese-with-a-word"),
        pytest.param("夫のJosef Margrafです", "Josef Margraf", "Josef Margraf", "", id="letters"),
    ],
)
def test_name_phrase_and_role(mentions: Finder, text: str, name: str, phrase: str, role: str) -> None:
    (found,) = persons(mentions, text)
    assert text[found.start : found.end] == name
    assert text[slice(*found.wide)] == phrase
    assert (text[slice(*found.role)] if found.role[0] >= 0 else "") == role


@pytest.mark.parametrize(
    ("text", "acts_for"),
    [
        pytest.param("ルビオ米国務長官は", "米", id="character"),
        pytest.param("ウクライナのゼレンスキー大統領は", "ウクライナ", id="with-no"),
        pytest.param("国連事務総長アントニオ・グテレス氏は", "国連", id="before-the-role"),
        pytest.param("ロシア外務省マリア・ザハロワ報道官は", "ロシア外務省", id="ministry"),
        pytest.param("静岡県警（山田太郎本部長）は", "静岡県警", id="in-brackets"),
        pytest.param("サムスン電子・山田太郎社長は", "サムスン電子", id="behind-a-dot"),
        pytest.param("国連は発表した。同機関のデイビッド・ビーズリー事務局長は", "同機関", id="word-that-refers-back"),
    ],
)
def test_whom_a_person_acts_for(mentions: Finder, text: str, acts_for: str) -> None:
    (found,) = persons(mentions, text)
    assert text[slice(*found.acts_for)] == acts_for


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("チーム監督と女性さんと日本代表選手", id="common-words"),
        pytest.param("お猿さんが来た", id="polite-animal"),
        pytest.param("ロシア大統領は会見した", id="country"),
        pytest.param("『スター・ウォーズ』を見た", id="work"),
        pytest.param("ゴールデン・グローブ賞を受けた", id="named-after"),
        pytest.param("大統領選と選手権", id="title-goes-on"),
        pytest.param("大関昇進が決まり、FW起用は当たった", id="deeds-after-ranks"),
        pytest.param("ドラマの主人公の山田太郎は笑った。山田太郎は泣いた。", id="figure-of-a-story"),
        pytest.param("山田太郎役の俳優", id="part-in-a-play"),
        pytest.param("元日本代表監督と元五輪代表", id="who-was-in-a-team-of-the-state"),
        pytest.param("ＦＷのフィギュアスケート選手とバドミントン選手", id="sports"),
        pytest.param("竜王・名人・王位・叡王・王座", id="crowns-of-shogi"),
        pytest.param("そして準優を戦う", id="short-word-that-looks-like-a-name"),
        pytest.param("週5コマ担当した", id="how-many"),
        pytest.param("緑丘市長が表明した。緑丘市の話。", id="town-of-the-mayor"),
        pytest.param("全委員と都幹部と平社員が集まった", id="ranks-and-bodies-of-one-character"),
    ],
)
def test_no_person(mentions: Finder, text: str) -> None:
    assert persons(mentions, text) == []


def test_every_surname_of_one_character_is_found_before_a_title(mentions: Finder) -> None:
    forms = [(form, entry.example.format(form)) for entry in TITLES.short for form in entry.forms]
    assert [text for form, text in forms if [text[p.start : p.end] for p in persons(mentions, text)] != [form]] == []


def test_a_name_found_once_is_found_again(mentions: Finder) -> None:
    text = "フランク・デベリー社長は話した。デベリーは続けた。増田巡査を祭る増田神社。"
    assert [text[p.start : p.end] for p in persons(mentions, text)] == ["フランク・デベリー", "デベリー", "増田"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("峰竜太が勝った。峰が抜け出し、峰々は雪。", ["峰竜太", "峰"], id="surname-of-one-character"),
        pytest.param("福島和也選手が勝った。福島が笑った。", ["福島和也", "福島"], id="surname-that-is-a-place"),
        pytest.param(
            "ケネス・マレー・ジュニア氏。マレーは語った。", ["ケネス・マレー・ジュニア", "マレー"], id="junior"
        ),
        pytest.param("選手は山口 剛と茅原 悠紀。", ["山口 剛", "茅原 悠紀"], id="blank-in-a-name"),
        pytest.param("金日成広場で金日成主席をたたえ、李雪主女史も来た。", ["金日成", "李雪主"], id="a-square"),
        pytest.param("小松麗良（れいら、２１）は来た。", ["小松麗良"], id="a-reading-with-an-age"),
        pytest.param(
            "ソムチャイ元首相と小松前首相は会った。", ["ソムチャイ", "小松"], id="a-prefix-in-one-word-with-the-title"
        ),
        pytest.param("田中誠元農相と山田元夫会長が会った。", ["田中誠", "山田元夫"], id="held-an-office-or-named-so"),
        pytest.param("三浦孝元農相は辞めた。", ["三浦孝"], id="prefix-that-the-tokeniser-took-for-the-name"),
        pytest.param("沢井新首相が語った。", ["沢井"], id="prefix-in-a-given-name"),
        pytest.param("三浦孝元農相は辞めた。三浦孝元は黙った。", ["三浦孝元", "三浦孝元"], id="name-that-ends-so"),
        pytest.param("青葉製薬の林社長と森元首相は話した。", ["林", "森元"], id="surnames-of-one-character"),
        pytest.param("４峰 竜太 ５枝尾 賢", ["峰 竜太", "枝尾 賢"], id="one-character-and-a-blank"),
        pytest.param("佐藤天寧は勝った。", ["佐藤天寧"], id="given-name-that-the-dictionary-has-as-a-thing"),
        pytest.param("ベース奏者カザル・ホールと演奏した。", ["カザル・ホール"], id="role-before-the-name-of-a-hall"),
        pytest.param("青波・山田昌樹投手が投げた。", ["山田昌樹"], id="behind-a-team-and-a-dot"),
        pytest.param("金山農場で金山忠氏が働く。", ["金山忠"], id="a-farm"),
        pytest.param("カレン氏が見た。カレン火災が起きた。", ["カレン"], id="a-fire-is-no-person"),
    ],
)
def test_all_places_of_a_name(mentions: Finder, text: str, names: list[str]) -> None:
    assert [text[p.start : p.end] for p in persons(mentions, text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("青葉製薬株式会社の大西社長は語った", ["大西"], id="head-of-a-firm"),
        pytest.param("NATOのヴェルデン事務総長は語った", ["ヴェルデン"], id="head-of-a-body"),
        pytest.param("日産の横浜工場長は語った", [], id="head-of-a-part-of-it"),
        pytest.param("町の大西会長は語った", [], id="of-no-body"),
        pytest.param("試合は終わった。大西監督は語った。", ["大西"], id="nowhere-without-a-title"),
        pytest.param("試合は終わった。広島監督は語った。広島は負けた。", [], id="the-town-too"),
        pytest.param("町の大西社長は語った", ["大西"], id="no-town-has-such-a-head"),
    ],
)
def test_a_place_before_the_title_of_the_head_of_a_body_is_a_surname(
    mentions: Finder, text: str, names: list[str]
) -> None:
    assert [text[p.start : p.end] for p in persons(mentions, text)] == names
