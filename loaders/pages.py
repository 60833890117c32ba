"""Printed page numbers: of the page that carries one, and counted between two that agree with the breaks between."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.rows import Mark, Row


def printed_pages(rows: Sequence[Row], marks: Sequence[Mark]) -> list[int | None]:
    """The printed page number of every row.

    A mark at the edge of a reader's page is that page's number. A mark in the middle of one is itself a page break
    that the reader could not see: the head of a new page when counting so agrees with the first pages of the source,
    otherwise the foot of the page before (GB/T 9704-2012, 7.5 prints the number at the foot).
    """
    if not marks:
        return [None] * len(rows)
    foot = _count(rows, marks, foot=True)
    head = _count(rows, marks, foot=False)
    ordinal = sum(head[1][index] == mark.value for index, mark in enumerate(marks))
    pages, anchors = head if ordinal * 2 > len(marks) and rows[0].page is not None else foot
    known: dict[int, int] = {}
    for index, mark in enumerate(marks):
        known[anchors[index]] = mark.value
    for (left, low), (right, high) in zip(list(known.items()), list(known.items())[1:], strict=False):
        if high - low == right - left:
            known.update({page: low + page - left for page in range(left, right)})
    return [known.get(page) for page in pages]


def _count(rows: Sequence[Row], marks: Sequence[Mark], *, foot: bool) -> tuple[list[int], list[int]]:
    """Pages from 1 of every row and every mark, with hidden breaks before (head) or after (foot) marks."""
    pages: list[int] = []
    anchors: list[int] = []
    page, at = 1, 0
    for index, row in enumerate(rows):
        if index and row.page != rows[index - 1].page:
            page += 1
        while at < len(marks) and marks[at].row <= index:
            mark = marks[at]
            before = rows[mark.row - 1].page if mark.row else None
            edge = mark.row == 0 or before != row.page
            if edge:
                anchors.append(page - 1 if mark.row and mark.page == before else page)
            else:
                anchors.append(page if foot else page + 1)
                page += 1
            at += 1
        pages.append(page)
    anchors += [page] * (len(marks) - at)
    return pages, anchors
