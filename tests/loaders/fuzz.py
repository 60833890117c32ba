"""Pages that went wrong: ``python -m tests.loaders.fuzz [CASES]`` reads mutated pages, 20,000 unless told.

A page is a sample, or a document of the compilation where that is beside the checkout, cut to 4,000 characters, and
mutated. No case may crash, put a quote off its offsets, lose a line, or take over 2 s of processor time. Exit code 1
with the seeds of those that did; seed N is the same case every time on the same corpus.
"""

from __future__ import annotations

import os
import random
import re
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from loaders.clean import clean
from loaders.errors import MailuoError
from loaders.extract import check_quotes, extract_raw
from loaders.readers import read_file
from loaders.records import Extraction
from loaders.split import split
from tests.loaders.written import raw

ROOT = Path(__file__).parents[2]
PAGE = 4_000
SECONDS = 2.0


def accounted(extraction: Extraction) -> list[int]:
    """Every line that is in a document or in a rejection, in order."""
    ranges = [(item.source.first_line, item.source.last_line) for item in extraction.documents]
    ranges += [(item.first_line, item.last_line) for item in extraction.rejections]
    return sorted(line for first, last in ranges for line in range(first or 0, (last or 0) + 1))


def survives(text: str) -> None:
    """Extract, or say in one sentence that there is no document; every line and every quote stay right."""
    try:
        extraction = extract_raw(raw(text))
    except MailuoError as error:
        said = error.sentence
    else:
        said = ""
    if said:
        assert re.fullmatch(r"own\.txt: .+\.", said)
        return
    assert sorted(set(accounted(extraction))) == list(range(1, extraction.lines + 1))
    for document in extraction.documents:
        check_quotes(document)
        assert document.title
        paths = [item.path for item in document.provisions]
        assert len(paths) == len(set(paths))
        assert {item.parent for item in document.provisions} - {None} <= set(paths)


NOISE = [
    "— 7 —",
    "附件",
    "附件：1.表2.图",
    "（一）",
    "一、",
    "2023年9月1日",
    "江苏省财政厅",
    "《",
    "（",
    "第一章 总则",
    "目录",
    "的通知",
    "各市：",
]
NOISE += [
    "关于印发《方案》的通知",
    "苏财综〔2023〕901号",
    "\u3000\u3000",
    "特此通知。",
    "公告",
    "令",
    "号",
    "：",
    "。",
    "\ufffd",
    "１．",
    "①②",
]


def mutated(chance: random.Random, text: str) -> str:
    """A text with lines cut, doubled, shuffled and noise put in."""
    rows = text.split("\n")
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(rows))
        match chance.randrange(5):
            case 0:
                rows[at] = rows[at][: chance.randint(0, len(rows[at]))]
            case 1:
                rows.insert(at, rows[at])
            case 2:
                rows.insert(at, chance.choice(NOISE))
            case 3:
                to = chance.randrange(len(rows))
                rows[at], rows[to] = rows[to], rows[at]
            case _:
                cut = chance.randint(0, len(rows[at]))
                rows[at] = rows[at][:cut] + chance.choice(NOISE) + rows[at][cut:]
    joined = chance.choice(["\n", "\n", "\n", "\u3000\u3000", ""])
    return joined.join(rows)


@cache
def pages() -> tuple[str, ...]:
    """The texts that are mutated: samples whole, and each document of the compilation as the source prints it."""
    found = [file.read_text("utf8") for file in sorted((ROOT / "loaders" / "samples").glob("*.txt"))]
    shared = Path(os.environ.get("MAILUO_SHARED") or ROOT.parent / "shared")
    compilation = shared / "corpus" / "policy-compilation-2022.txt"
    if compilation.is_file():
        source = read_file(compilation)
        for part in split(clean(source)).parts:
            lines = source.lines[part.first_line - 1 : part.last_line]
            found.append("\n".join(line.text for line in lines))
    return tuple(found)


def page(chance: random.Random) -> str:
    """A piece of a page's length, from the start of a document or from within, at times of two documents."""
    pieces = []
    for text in chance.sample(pages(), chance.randint(1, 2)):
        start = chance.choice([0, 0, chance.randrange(len(text))])
        pieces.append(text[start : start + PAGE])
    return "\n".join(pieces)


def case(seed: int) -> tuple[int, float, str]:
    """Read one mutated page: its seed, the seconds it took, and what went wrong."""
    chance = random.Random(seed)
    text = mutated(chance, page(chance))
    began = time.process_time()
    try:
        survives(text)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return seed, time.process_time() - began, f"{type(error).__name__}: {error}"
    seconds = time.process_time() - began
    return seed, seconds, f"{seconds:.1f} s" if seconds > SECONDS else ""


def main(cases: int) -> int:
    """Read that many cases on two cores and print what was found."""
    survives("\n".join(pages()[:3]))
    with ProcessPoolExecutor(2) as pool:
        found = list(pool.map(case, range(cases), chunksize=100))
    wrong = [(seed, reason) for seed, _, reason in found if reason]
    for seed, reason in wrong[:20]:
        print(f"seed {seed}: {reason[:200]}")
    times = sorted(seconds for _, seconds, _ in found)
    print(
        f"{len(found):,} mutated pages of {len(pages())} texts: {len(wrong)} went wrong; "
        f"median {times[len(times) // 2] * 1000:.0f} ms, slowest {times[-1] * 1000:.0f} ms"
    )
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
