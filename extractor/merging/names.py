"""The grammar of names: what is a full name, what a surname, and which surname can be whose.

Names are folded first: NFKC, variants of characters (髙), ＝ for ・, no blanks.
"""

import unicodedata

from extractor.folding import fold
from extractor.lexicon.name_parts import load_name_parts
from extractor.lexicon.organizations import load_organizations
from extractor.lexicon.titles import load_titles

_JOINTS = str.maketrans({"＝": "・", "=": "・", "゠": "・", "･": "・", "·": "・"})
_LONGEST_SURNAME, _LONGEST_GIVEN = 3, 3  # characters


def fold_name(text: str) -> str:
    """Return the form that names are compared in.

    髙橋 → 高橋; ドナルド＝トランプ → ドナルド・トランプ; John Smith → John・Smith
    """
    text = unicodedata.normalize("NFKC", fold(text).text.translate(_JOINTS)).translate(_JOINTS).strip()
    words = text.split()
    if len(words) > 1:
        return ("・" if text.isascii() else "").join(words)
    return text


def is_full(name: str, *, east_asian: bool = False) -> bool:
    """Whether a folded name has a given name in it. east_asian: whether it is that of a Chinese or a Korean.

    山田太郎, ドナルド・トランプ, 王毅 of China → True; 山田, 佐々木, トランプ, フォン・デア・ライエン → False
    """
    if "・" in name:
        return _surname_start(name.split("・")) > 0
    if not _is_kanji(name[0]) or not all(_is_kanji(char) or _is_kana(char) for char in name):
        return False
    if len(name) == 2:
        return east_asian and name[0] in load_titles().foreign_surnames
    return len(name) > 3 or (len(name) == 3 and name not in load_name_parts().long_surname_forms)


def full_key(name: str) -> str:
    """Return what full names of one person share: of names in katakana the first and the last part.

    デニス・M・ケレハー → デニス・ケレハー
    """
    parts = name.split("・")
    start = _surname_start(parts)
    return "・".join((parts[0], *parts[start:])) if len(parts) > 2 else name


def possible_surnames(full: str) -> tuple[str, ...]:
    """Return every surname that a folded full name may have; all forms under which it is looked up.

    高梨誠 → 高, 高梨; ドナルド・トランプ → トランプ; ウルズラ・デア・ライエン → デア・ライエン, デアライエン, ライエン
    """
    if "・" in full:
        parts = full.split("・")
        surname = parts[_surname_start(parts) :]
        return tuple(dict.fromkeys(("・".join(surname), "".join(surname), surname[-1])))
    return tuple(
        full[:width]
        for width in range(1, min(_LONGEST_SURNAME, len(full) - 1) + 1)
        if len(full) - width <= _LONGEST_GIVEN
    )


def is_katakana_name(name: str) -> bool:
    """Whether a folded name is written in katakana."""
    return all("ァ" <= char <= "ヿ" for char in name)


def body_name(text: str) -> str:
    """Return the name of an organisation without its legal form, folded.

    株式会社みなと → みなと; 青葉製薬（株） → 青葉製薬; NATO → NATO
    """
    folded = fold_name(text)
    bare = folded
    for form in load_organizations().legal_forms:
        short = unicodedata.normalize("NFKC", form)
        if len(short) > 2:  # JA and the like are part of a name
            bare = bare.removeprefix(short).removesuffix(short)
    return bare if len(bare) > 1 else folded


def is_relative(body: str) -> bool:
    """Whether a folded name is one that many bodies have, each in its own place: 県警."""
    return body in load_name_parts().relative_forms


def _surname_start(parts: list[str]) -> int:
    """Return at which part the surname begins; 0 where all is surname."""
    start = len(parts) - 1
    while start > 0 and parts[start - 1] in load_name_parts().particle_forms:
        start -= 1
    return start


def _is_kanji(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char in "々〆ヶ\uf900" or ord(char) > 0x1FFFF


def _is_kana(char: str) -> bool:
    return "ぁ" <= char <= "ゖ" or "ァ" <= char <= "ヿ"
