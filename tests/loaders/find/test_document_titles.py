from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loaders.find import document_titles
from loaders.find.document_titles import is_draft, is_generic, names_document, sort_of

TABLE = Path(document_titles.__file__).parents[1] / "registries" / "citation_titles.csv"


def rows() -> list[tuple[str, str, str]]:
    with TABLE.open(encoding="utf8", newline="") as file:
        return [(row["ending"], row["kind"], row["example"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("ending", "kind", "example"), rows())
def test_the_example_of_every_ending_is_read_by_it(ending: str, kind: str, example: str) -> None:
    assert example.endswith(ending)
    assert sort_of(example) == kind


def test_every_ending_stands_once() -> None:
    endings = [ending for ending, _, _ in rows()]
    assert len(endings) == len(set(endings))


DOCUMENTS = [
    "工业炉窑能效标杆水平和基准水平（2023年版）",
    "行业能效先进水平（2024年本）",
    "中华人民共和国民法典",
    "江苏省优化营商环境条例",
    "专项资金管理暂行办法（试行）",
    "产业结构调整指导目录（2019年本）",
    "“十四五”现代物流业发展规划",
    "国务院关于印发〈计量发展规划〉的通知",
    "政府工作报告",
    "党政机关公文格式",
    "关于对价格违法行为的处理意见",
]
NO_DOCUMENTS = [
    "专项资金申请表（2024年版）",
    "红楼梦（2008年）",
    "营业执照",
    "统一社会信用代码证书",
    "专项资金申请表",
    "技术服务合同",
    "人民日报",
    "红楼梦",
    "实施方案",
    "管理办法",
    "办法",
    "本办法",
    "验收意见",
    "整改通知",
    "浙江省数据条例（草案）",
    "城市供水条例（征求意见稿）",
    "项目评估报告",
    "",
]


@pytest.mark.parametrize("title", DOCUMENTS)
def test_titles_of_public_documents(title: str) -> None:
    assert names_document(title)


@pytest.mark.parametrize("title", NO_DOCUMENTS)
def test_titles_of_anything_else(title: str) -> None:
    assert not names_document(title)


def test_generic_titles_and_drafts_are_told_apart() -> None:
    assert is_generic("实施方案")
    assert not is_generic("碳达峰实施方案")
    assert is_draft("城市供水条例（修订草案）")
    assert not is_draft("城市供水条例（试行）")
