"""Whether two names can be one thing's: a surname and a full name, a short form and a long one."""

from collections.abc import Iterable

from extractor.naming.words import is_kanji, is_katakana

_JOINTS = "・＝="
_SHORTEST_NICKNAME = 4


def is_same_person(name: str, forms: Iterable[str]) -> bool:
    """Whether ``name`` is the person known by all of ``forms``: one a part of the other, never two full names.

    トランプ, [ドナルド・トランプ] → True; イバンカ・トランプ, [ドナルド・トランプ] → False
    """
    forms = list(forms)
    return any(_is_part(name, form) or _is_part(form, name) for form in forms) and not any(
        _differ(name, form) for form in forms
    )


def _is_part(short: str, full: str) -> bool:
    """Whether ``short`` is surname or given name of ``full``."""
    if short == full:
        return True
    if "・" in full:
        pieces = _pieces(full)
        shorter = _pieces(short)
        if len(shorter) > 1 and (pieces[0], pieces[-1]) == (shorter[0], shorter[-1]):
            return True  # デニス・ケレハー and デニス・M・ケレハー
        return pieces[-len(shorter) :] == shorter or pieces[0] == short
    if is_kanji(short) and is_kanji(full[0]):
        return len(short) < len(full) and (full.startswith(short) or (full.endswith(short) and len(short) >= 2))
    return False


def _differ(name: str, form: str) -> bool:
    """Whether both are full names of different persons: two that share a surname stay apart."""
    return _is_full(name) and _is_full(form) and not (_is_part(name, form) or _is_part(form, name))


def _is_full(name: str) -> bool:
    return "・" in name or (is_kanji(name) and len(name) > 2)


def _pieces(name: str) -> list[str]:
    return name.split("・")


def is_same_organization(name: str, forms: Iterable[str]) -> bool:
    """Whether ``name`` is a short or a long form of one of ``forms``.

    カウボーイズ, [ダラス・カウボーイズ] → True; 保健省, [イラン保健省] → True; ワグナー, [ワグナーグループ] → True
    シーガルズ, [磯崎シーガルズ] → True
    """
    return any(_is_short_form(*sorted((name, form), key=len)) for form in forms)


def _is_short_form(short: str, full: str) -> bool:
    if len(short) < 2 or short == full:
        return short == full
    if full.endswith(short):
        before = full[-len(short) - 1]
        is_nickname = len(short) >= _SHORTEST_NICKNAME and is_katakana(short) and is_kanji(before)
        return before in _JOINTS or is_nickname or (len(short) >= 3 and is_kanji(short[-1]))
    return full.startswith(short) and len(short) >= 3 and (is_katakana(short) or len(short) >= 4)
