"""How tests of responsibilities print what was found, and the documents that they read it in."""

from __future__ import annotations

from loaders.find.responsibilities import responsibilities
from loaders.find.scope import Scope

CENTRAL, MINISTRY, JIANGSU, ZHEJIANG = "国务院办公厅", "商务部", "江苏省人民政府", "浙江省人民政府办公厅"
GUANGXI, SHANGHAI, NANJING = "广西壮族自治区人民政府办公厅", "上海市人民政府办公厅", "南京市人民政府"

SICHUAN = "四川省财政厅"


def found(given: Scope) -> str:
    """``name:role`` of every responsibility, * behind a generic body."""
    return " ".join(f"{item.name}:{item.role[:4]}{'*' * item.generic}" for item in responsibilities(given))
