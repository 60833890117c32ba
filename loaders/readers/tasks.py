"""Tables of tasks (重点任务分工表): a row as a numbered task with its bodies and time limits behind their labels.

Such a table prints 责任单位 and 完成时限 once, in its head. A row that is read alone has lost them, so each row is
written out as the lists of tasks that are no tables print it: 1．压减事项（牵头单位：省财政厅；完成时限：2022年底前）.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

_TASK = re.compile(
    r"(?:重点|主要|具体|改革|政策|试点|工作|目标|推进|落实)*(?:任务|事项|措施|举措|内容|工作)(?:名称|内容|措施|要求|分解|清单)*"
)
LABEL = re.compile(
    r"(?:总?牵头|主办|主责|责任|负责|配合|协办|协同|协助|参与|参加|实施|落实|承办|承担)(?:责任|落实)?(?:单位|部门|处室)"
    r"|(?:完成|办理|办结|推进|实施)?(?:时限|期限|时间|节点)(?:要求|节点)?"
)
_WHO = re.compile(r"单位|部门|处室")
_NUMBER = re.compile(r"序号|编号|NO\.?|No\.?")
_COUNT = re.compile(r"[（(]?(\d{1,3})[）)．.、]?")
_GAP = re.compile(r"[ \u3000\t]+")
_CLOSED = "。；！？"
CELL = 400
"""Characters that a cell of a table has at most: a longer one is a page laid out in a table, and goes on in no row."""
_MOST_SPANNED, _DIGITS = 200, 6

Cells = Sequence[Sequence[str]]


class Span(NamedTuple):
    """How many columns and rows a cell takes, or that the one above it goes on in its place (Word's vMerge)."""

    across: int = 1
    down: int = 1
    goes_on: bool = False


def count(value: str) -> int:
    """How many columns or rows a cell says that it takes, within reason; 1 where it says nothing of the kind."""
    value = value.strip()
    known = value.isascii() and value.isdigit() and len(value) < _DIGITS
    return min(max(int(value), 1), _MOST_SPANNED) if known else 1


@dataclass(slots=True)
class _Placed:
    """A cell in its column; ``own`` is false where it began in a row above, ``left`` counts the rows below."""

    column: int
    across: int
    cell: Sequence[str]
    own: bool
    left: int


class Table:
    """A table whose rows are read one after the other, the paragraphs of a cell apart."""

    def __init__(self) -> None:
        self._head: list[str] = []
        self._row = 0
        self._above: dict[int, _Placed] = {}

    def line(self, cells: Cells, spans: Sequence[Span] = ()) -> str:
        """The line that a row becomes: a task once the head of a table of tasks was read, else its cells and tabs."""
        placed = self._place(cells, spans or [Span()] * len(cells))
        names = [_name(item.cell) for item in placed]
        if _is_head(names):
            self._head = [name for name, item in zip(names, placed, strict=True) for _ in range(item.across)]
        elif self._head and 1 < len(cells) <= len(self._head):
            if sum(item.across for item in placed) != len(self._head):
                # A cell that stands beside several rows is printed with the first one: the others lack it on the left.
                first = len(self._head) - len(cells)
                placed = [_Placed(first + place, 1, cell, True, 0) for place, cell in enumerate(cells)]
            return self._task(placed)
        return "\t".join(filter(None, ("".join(cell) for cell in cells)))

    def _place(self, cells: Cells, spans: Sequence[Span]) -> list[_Placed]:
        """The cells of a row in their columns, those that began in rows above among them."""
        row: list[_Placed] = []
        column = 0
        waiting = list(zip(cells, spans, strict=True))[::-1]
        while True:
            above = self._above.get(column)
            if above and above.left:
                item = replace(above, own=False, left=above.left - 1)
            elif waiting:
                cell, span = waiting.pop()
                whole = above.cell if above and span.goes_on else cell
                # A long cell that went on in each row would be printed once a row.
                shown = whole if sum(map(len, whole)) <= CELL else cell
                item = _Placed(column, span.across, shown, whole is cell, span.down - 1)
            else:
                return row
            row.append(item)
            self._above[column] = item
            column += item.across

    def _task(self, placed: Sequence[_Placed]) -> str:
        self._row += 1
        number, task, labelled = str(self._row), [], []
        for item in placed:
            name = self._label(item)
            text = "".join(item.cell).strip()
            if LABEL.fullmatch(name):
                # Bodies stand one below the other in a narrow cell.
                listed = "、".join(part.strip("、，, ") for part in item.cell if part.strip())
                labelled += [f"{name}：{listed.rstrip(_CLOSED)}"] if listed.strip("-—/－ ") else []
            elif item.own and _NUMBER.fullmatch(name):
                found = _COUNT.fullmatch(text)
                number = found[1] if found else number
            elif item.own and _TASK.fullmatch(name) and text:
                task.append(text)
        if not task:
            return "\t".join(filter(None, ("".join(item.cell) for item in placed if item.own)))
        sentence = "".join(part if part[-1] in _CLOSED else f"{part}。" for part in task)
        return f"{number}．{sentence}" + (f"（{'；'.join(labelled)}）" if labelled else "")

    def _label(self, item: _Placed) -> str:
        """What the head says of a cell; bodies in a cell that leading and other bodies share are responsible."""
        names = self._head[item.column : item.column + item.across]
        shared = len(set(names)) > 1 and all(LABEL.fullmatch(name) and _WHO.search(name) for name in names)
        return "责任单位" if shared else names[0]


def _name(cell: Sequence[str]) -> str:
    return "".join(_GAP.sub("", text) for text in cell)


def _is_head(names: Sequence[str]) -> bool:
    """Whether a row names a column of tasks and one of bodies."""
    bodies = any(LABEL.fullmatch(name) and _WHO.search(name) for name in names)
    return bodies and any(_TASK.fullmatch(name) for name in names)
