"""Words of several senses show a built-in topic in one of them only, and names that hold such a word show none."""

import pytest

from extractor.api import Extractor
from extractor.folding import fold
from extractor.layers import TopicFound, read_layer
from extractor.pieces import analyse

pytestmark = pytest.mark.ginza


def shown_in(extractor: Extractor, text: str) -> list[TopicFound]:
    return list(read_layer(analyse(extractor.nlp, fold(text).text), TopicFound))


def topics_in(extractor: Extractor, text: str) -> set[str]:
    return {found.topic for found in shown_in(extractor, text)}


OTHER_SENSES = [
    pytest.param("人気バンドが解散を発表した。", id="a band is dissolved"),
    pytest.param("競馬会は20頭が出馬すると発表した。", id="horses run"),
    pytest.param("男性は宝くじに当選したと話した。", id="a lottery is won"),
    pytest.param("退職した夫婦は長野県に移住したと話した。", id="a move inside Japan"),
    pytest.param("監督は打線が噴火したと喜んだ。", id="batters erupt"),
    pytest.param("市場の揺れは収まりそうにないと証券会社は述べた。", id="a market shakes"),
    pytest.param("住民は空爆を逃れて地下に避難したと話した。", id="shelter from war"),
    pytest.param("ウクライナ軍は攻撃で停電が起きたと発表した。", id="power cut by war"),
    pytest.param("彼女は社会から孤立していたと振り返った。", id="a person is isolated"),
    pytest.param("同社は新しい工場を再稼働させると発表した。", id="a factory restarts"),
    pytest.param("市は下水の処理水を公園で使うと発表した。", id="treated sewage"),
    pytest.param("宇宙機関はデブリの回収に成功したと発表した。", id="debris in space"),
    pytest.param("知事は州議会の法案に拒否権を行使した。", id="a governor's veto"),
    pytest.param("教会は信者からの献金で建てられたと説明した。", id="believers donate"),
    pytest.param("企業は法人税の減税を求めた。", id="tax on firms"),
    pytest.param("日経平均株価の終値は前日比182円高だったと伝えた。", id="shares, not the yen"),
    pytest.param("会長は連盟の財源が足りないと述べた。", id="a club's means"),
    pytest.param("党首は党の規約の修正案を示した。", id="a bill of another kind"),
    pytest.param("米環境保護局（EPA）は水質の基準を公表した。", id="EPA is an agency too"),
    pytest.param("司令官は紅海での航行の自由を守ると述べた。", id="another sea"),
    pytest.param("イスラエルとヒズボラの停戦は守られているとレバノン軍が発表した。", id="another ceasefire"),
    pytest.param("ロシアは米国のイランへの制裁を批判した。", id="sanctions on another"),
    pytest.param("クラブは会計係が会費を横領したと発表した。", id="a club's money"),
    pytest.param("博物館は戦艦大和の模型を購入したと発表した。", id="a model of a ship"),
    pytest.param("店長は苦情が洪水のように届いたと話した。", id="a flood of letters"),
    pytest.param("選手は優勝候補と言われるのは重いと話した。", id="who may win a match"),
    pytest.param("会社は配当を据え置くと発表した。", id="a dividend, not a rate"),
    pytest.param("検疫所は国籍を問わず検査すると発表した。", id="whatever the nationality"),
    pytest.param("専門家は欠陥が武器化されると述べた。", id="a flaw made a weapon"),
    pytest.param("国連の代表は、現地で役割を果たすと述べた。", id="other work of the United Nations"),
    pytest.param("チリの大統領は憲法改正の国民投票を行うと表明した。", id="another constitution"),
]
NAMES = [
    pytest.param("日銀の植田総裁は講演で学生時代の思い出を語った。", id="a governor"),
    pytest.param("気象庁は東京で桜が満開になったと発表した。", id="the weather service"),
    pytest.param("国連難民高等弁務官事務所の代表は東京で講演した。", id="the UNHCR"),
    pytest.param("経済安全保障担当相は地元の祭りに参加したと話した。", id="a minister's title"),
    pytest.param("拉致問題担当相は花見の会に出席したと述べた。", id="another one"),
    pytest.param("首相は衆院予算委員会で「体調は良い」と述べた。", id="where it is said"),
    pytest.param("普天間高校の監督は選手をたたえた。", id="a school"),
]


@pytest.mark.parametrize("text", [*OTHER_SENSES, *NAMES])
def test_another_sense_or_a_name_shows_no_topic(extractor_loaded: Extractor, text: str) -> None:
    assert topics_in(extractor_loaded, text) == set()


WORDINGS = [
    pytest.param("首相は国民に信を問う考えはないと述べた。", {"elections"}, id="without the word"),
    pytest.param("市長は事業費として3億円を予算に盛り込むと述べた。", {"budget"}, id="an amount of money"),
    pytest.param("有志国は部隊をウクライナに派遣すると述べた。", {"ukraine-security-guarantee"}, id="a verb apart"),
    pytest.param("首相は凍結されたロシアの資産を使うと述べた。", {"russia-sanctions"}, id="frozen assets"),
    pytest.param("フィリピン沿岸警備隊は中国船に放水されたと発表した。", {"south-china-sea"}, id="a country in a name"),
    pytest.param("市は孤立した集落に食料を届けたと発表した。", {"disasters"}, id="a village cut off"),
    pytest.param("家族は難民の受け入れを喜んだ。", {"immigration"}, id="with what follows it"),
    pytest.param("政府は軍艦2隻を隣国に売却すると発表した。", {"defense-spending"}, id="ships sold"),
    pytest.param("組合は家賃の上昇が続くと述べた。", {"monetary-policy"}, id="rents are prices"),
    pytest.param("議員は大臣が公的資金を私的な口座に移したと述べた。", {"political-funds"}, id="public money"),
    pytest.param("政府は燃料の補助金を打ち切ると発表した。", {"budget"}, id="a subsidy ends"),
    pytest.param("大統領は1ドル=160円は安すぎると述べた。", {"exchange-rate"}, id="a rate as figures"),
    pytest.param("首相は台湾を巡る発言を撤回しないと述べた。", {"taiwan-strait"}, id="words on Taiwan"),
    pytest.param("医師はガザの子どもたちが飢えていると訴えた。", {"gaza-ceasefire"}, id="hunger"),
    pytest.param("広島市長は核兵器が人類を脅かすと述べた。", {"nuclear-disarmament"}, id="what arms do"),
    pytest.param("大使は中国が拒否権を行使したと述べた。", {"un-reform"}, id="a great power's veto"),
    pytest.param("米国防長官は日本は欠かせない同盟国だと述べた。", {"japan-us-alliance"}, id="an ally"),
    pytest.param("議会は3兆ドルの法案を可決したと発表した。", {"budget"}, id="a bill by its sum"),
    pytest.param("党首は第1党になったと宣言した。", {"elections"}, id="the largest party"),
    pytest.param("省は5キロのコメの平均価格が4千円だったと発表した。", {"monetary-policy"}, id="a price by weight"),
    pytest.param("島国の首相は国土が海に沈むと訴えた。", {"climate"}, id="a sinking country"),
    pytest.param("長官は戦火を逃れた人が百万人を超えたと述べた。", {"immigration"}, id="who fled"),
    pytest.param("大臣は先端技術が海外に漏れるのを防ぐと述べた。", {"semiconductors"}, id="leaking technology"),
    pytest.param("中銀は金融引き締めを続けると述べた。", {"monetary-policy"}, id="a noun that could be a verb"),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_everyday_wordings_show_it(extractor_loaded: Extractor, text: str, expected: set[str]) -> None:
    assert topics_in(extractor_loaded, text) == expected


WEAKER = [
    pytest.param("県は温暖化対策の計画を作った。", "知事は海沿いに風車を増やすと述べた。", "climate", id="climate"),
    pytest.param(
        "欧州は対ロ制裁を話し合った。", "大臣は船団が抜け穴を使っていると述べた。", "russia-sanctions", id="sanctions"
    ),
    pytest.param("議会は補正予算案を審議した。", "議員は使途がわからないと述べた。", "budget", id="budget"),
    pytest.param("町で大きな地震があった。", "町長は3人が下敷きになったと述べた。", "disasters", id="disasters"),
    pytest.param("知事選が告示された。", "陣営の幹部は接戦になると述べた。", "elections", id="elections"),
]


@pytest.mark.parametrize(("opening", "statement", "topic"), WEAKER)
def test_parts_of_a_matter_show_it_in_an_article_about_it_only(
    extractor_loaded: Extractor, opening: str, statement: str, topic: str
) -> None:
    assert topic not in topics_in(extractor_loaded, statement)
    assert topic not in topics_in(extractor_loaded, f"町に新しい公園ができた。{statement}")
    shown = shown_in(extractor_loaded, f"{opening}{statement}")
    assert any(found.topic == topic and found.start >= len(opening) for found in shown)
