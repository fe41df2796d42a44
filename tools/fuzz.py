"""Fuzz readers and extraction with atheris, which follows what the program does with its input.

Bytes choose a format and pieces: half of them words and marks that the grammar turns on, half whatever the bytes are.
What must hold is that no exception comes out but the readers' own failures, and that every span of the record is a
slice of its text. Each failure is told once for each place in the program, and the run goes on.

Run: pip install atheris; python tools/fuzz.py -len_control=0 [-max_total_time=1800] [libFuzzer's options] [FOLDER]
"""

import logging
import sys
import tempfile
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["extractor"]):
    from extractor.api import Extractor
    from extractor.assemble import spans_of
    from extractor.readers import ReadFailure, read_articles

WORDS = """
トランプ大統領 ルビオ米国務長官 NATO第5条 北大西洋条約機構（NATO） 米ロ ㈱山田製作所 髙橋さん ﾊﾞｲﾃﾞﾝ氏 同氏 同社 同大統領
彼 首相 と述べた と語った によると という とのこと らしい 明らかにした を表明 よう求めた ことを認めた 行く 反対 だろう
した 17日 8月15日 編集部： 先生： ―― # ▽ <p> </p> &amp; " \\u3042 👨\u200d👩\u200d👧
"""
PIECES = [*"「」『』（）“”｢｣。、！？…・＝\n\u3000はがをにとのもで", *WORDS.split(), *"\0\u202e\ufeff\ud800", "か\u3099"]
FRAMES = {
    "txt": "{}",
    "md": "# {}\n",
    "html": "<html><head><title>x</title></head><body><article><p>{}</p></article></body></html>",
    "json": '{{"title": "x", "text": "{}"}}',
    "jsonl": '{{"text": "{}"}}\n',
}
LONGEST = 1_500  # characters of an article: longer ones are slow, and show nothing new

told: set[tuple[str, int]] = set()


def article_of(data: bytes) -> tuple[str, bytes]:
    """Return a format and the bytes of a file."""
    source = atheris.FuzzedDataProvider(data)
    form = source.PickValueInList(list(FRAMES))
    if source.ConsumeIntInRange(0, 3) == 0:
        return form, source.ConsumeBytes(LONGEST)
    parts = []
    while source.remaining_bytes() and len(parts) < 200:
        parts.append(source.PickValueInList(PIECES) if source.ConsumeBool() else source.ConsumeUnicode(3))
    return form, FRAMES[form].format("".join(parts)).encode("utf-8", "surrogatepass")


def check(extractor: Extractor, path: Path) -> None:
    """Read and extract; raise where something does not hold."""
    for article in read_articles([path]):
        if isinstance(article, ReadFailure) or len(article.text) > LONGEST:
            continue
        record = extractor.extract(article)
        for start, end, text in spans_of(record):
            if record.text[start:end] != text or not text:
                raise ValueError(f"{start}-{end} is not {text!r}")
        record.model_dump_json()


def main() -> None:
    """Fuzz until libFuzzer's options end it."""
    logging.getLogger("extractor").addHandler(logging.NullHandler())
    extractor, folder = Extractor.load(), Path(tempfile.mkdtemp())

    def one(data: bytes) -> None:
        form, content = article_of(data)
        path = folder / f"a.{form}"
        path.write_bytes(content)
        try:
            check(extractor, path)
        except Exception as error:  # told, so that one failure does not hide the others
            frame = traceback.extract_tb(error.__traceback__)[-1]
            if (frame.filename, frame.lineno or 0) not in told:
                told.add((frame.filename, frame.lineno or 0))
                sys.stderr.write(f"FOUND {form} {content!r}\n{traceback.format_exc()}\n")

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
