"""The days that printed dates mean: years, months, quarters, halves, parts of a month, five-year plans."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from loaders.forms import numeral

YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:[12]\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
INCLUDED = r"(?:[（(]含(?:当日|该日|当天|本日|本数)?[）)])?"
"""What stands behind a day that counts itself: 2024年1月1日（含当日）起."""
PLAN = '[“"]十[一二三四五六七]五[”"]'

Span = tuple[date, date]
_FIRST_PLAN = 11, 2006  # “十一五” began in 2006; every plan takes five years
_THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}


def span(year: int, month: str | None = None, day: str | None = None, *, edge: str | None = None) -> Span | None:
    """First and last day of a year, month or day; None for a day that no calendar has.

    ``edge`` is 底 or 末 (the unit's last day), or 上旬, 中旬, 下旬 of the month.
    """
    months = (1, 12) if month is None else (numeral(month) or 0,) * 2
    last = calendar.monthrange(year, months[1])[1]
    days = (1, last)
    if day is not None:
        number = numeral(day) or 0
        if number > last:
            return None
        days = (number, number)
    if edge in _THIRDS:
        days = _THIRDS[edge][0], min(_THIRDS[edge][1], last)
    first, final = date(year, months[0], days[0]), date(year, months[1], days[1])
    return (final, final) if edge and edge not in _THIRDS else (first, final)


def quarter(year: int, number: str) -> Span:
    """First and last day of a quarter, 1 to 4 in either kind of digits."""
    last = 3 * (numeral(number) or 1)
    return date(year, last - 2, 1), date(year, last, calendar.monthrange(year, last)[1])


def half(year: int, which: str) -> Span:
    """First and last day of 上 (the first) or 下 (the second) half of a year."""
    return (date(year, 1, 1), date(year, 6, 30)) if which == "上" else (date(year, 7, 1), date(year, 12, 31))


def plan(name: str) -> Span:
    """First and last day of a five-year plan named as PLAN matches it."""
    first = _FIRST_PLAN[1] + 5 * ((numeral(name[1:3]) or 0) - _FIRST_PLAN[0])
    return date(first, 1, 1), date(first + 4, 12, 31)


def later(day: date, count: str, unit: str) -> date | None:
    """The day that lies so many days, weeks, months or years later; None for working days and hours."""
    number = numeral(count.replace("两", "二"))
    if number is None:
        return None
    if unit in ("日", "天", "个自然日"):
        return day + timedelta(days=number)
    if unit == "周":
        return day + timedelta(weeks=number)
    months = {"个月": number, "个季度": 3 * number, "年": 12 * number}.get(unit)
    if months is None:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
