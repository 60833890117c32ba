"""Documents of our own: one record with every kind of fact, and texts in the shapes of real documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from loaders.departments import resolve
from loaders.records import (
    BodyMention,
    Citation,
    Deadline,
    Document,
    Evidence,
    Issuer,
    PlaceMention,
    Provision,
    Responsibility,
    Source,
    Validity,
)
from loaders.regions import place

JIANGSU = "320000"
NUMBER = "苏政办发〔2022〕801号"
PREAMBLE = "根据《数据条例》（国务院令第999号）要求，制定本办法，自2022年9月1日起施行。"
HEADING = "一、开放数据。"
MEASURE = "南京市要会同省财政厅在2022年底前开放目录。（省发展改革委牵头，某某协会配合）"
TEXT = f"{PREAMBLE}\n{HEADING}\n{MEASURE}"


def evidence(quote: str, rule: str = "test", text: str = TEXT, page: int | None = 3) -> Evidence:
    start = text.index(quote)
    return Evidence(quote, start, start + len(quote), page, page and page - 2, rule)


def source(name: str = "own.txt", sha256: str = "ab" * 32) -> Source:
    return Source(f"file:///{name}", sha256, name, None, 1, 9)


def record(**changes: object) -> Document:
    """A document with every kind of fact."""
    body = resolve("省发展改革委", level="province", province=JIANGSU)
    start = TEXT.index(MEASURE)
    preamble = Provision(
        path="preamble",
        parent=None,
        heading=None,
        text=PREAMBLE,
        position=0,
        start=0,
        end=len(PREAMBLE),
        is_measure=False,
        has_own_text=True,
        modality=None,
        evidence=evidence(PREAMBLE),
        citations=(
            Citation("based_on", "根据", "数据条例", "国务院令第999号", evidence("《数据条例》（国务院令第999号）")),
        ),
    )
    section = Provision(
        path="一",
        parent=None,
        heading="开放数据",
        text="",
        position=1,
        start=start - 1,
        end=start - 1,
        is_measure=False,
        has_own_text=False,
        modality=None,
        evidence=evidence("开放数据"),
    )
    measure = Provision(
        path="一/（一）",
        parent="一",
        heading=None,
        text=MEASURE,
        position=2,
        start=start,
        end=start + len(MEASURE),
        is_measure=True,
        has_own_text=True,
        modality="order",
        evidence=evidence("南京市"),
        responsibilities=(
            Responsibility("省发展改革委", body, "lead", False, evidence("省发展改革委"), start, start + 24),
            Responsibility(
                "某某协会",
                resolve("某某协会", level="province", province=JIANGSU),
                "participant",
                False,
                evidence("某某协会"),
                start,
                start + 24,
            ),
        ),
        bodies=(BodyMention(resolve("省财政厅", level="province", province=JIANGSU), "会同", evidence("省财政厅")),),
        places=(PlaceMention(_place("320100"), None, evidence("南京市")),),
        deadlines=(Deadline("2022年底前", "by", None, date(2022, 12, 31), evidence("2022年底前")),),
    )
    document = Document(
        id=NUMBER,
        doc_number=NUMBER,
        title="省政府办公厅关于印发数据开放办法的通知",
        issued_title="数据开放办法",
        kind="通知",
        issued_kind="办法",
        level="province",
        issuers=(Issuer("省政府办公厅", resolve("江苏省人民政府办公厅", level="province", province=JIANGSU)),),
        issued_on=date(2022, 8, 1),
        year=2022,
        effective_on=date(2022, 9, 1),
        expires_on=None,
        addressees="各市人民政府：",
        attachments=("数据目录",),
        text=TEXT,
        provisions=(preamble, section, measure),
        source=source(),
        aliases=("开放办法",),
        validity=(Validity("effective_on", date(2022, 9, 1), evidence("自2022年9月1日起施行")),),
    )
    return replace(document, **changes)  # type: ignore[arg-type]


def _place(code: str):
    found = place(code)
    assert found
    return found


def paper(
    number: str = "苏政发〔2022〕801号",
    subject: str = "开放数据目录",
    measures: tuple[str, ...] = ("各设区市要开放目录。（省发展改革委牵头）",),
    preamble: str = "为方便群众办事，现就有关事项通知如下。",
    sample: bool = False,
) -> str:
    """The text of a document as a file has it."""
    numerals = "一二三四五六七八九十"
    units = "\n\n".join(f"{numerals[place]}、做好第{place + 1}项工作。{text}" for place, text in enumerate(measures))
    head = "示例摘要，非原文\n\n" if sample else ""
    return (
        f"{head}江苏省人民政府关于{subject}的通知\n\n{number}\n\n各市、县（市、区）人民政府，省各委办厅局：\n\n"
        f"{preamble}\n\n{units}\n\n江苏省人民政府\n\n2022年8月1日\n"
    )


def written(folder: Path, **texts: str) -> list[Path]:
    """Files with these texts, named by their keywords."""
    files = []
    for name, text in texts.items():
        file = folder / f"{name}.txt"
        file.write_text(text, "utf8")
        files.append(file)
    return files
