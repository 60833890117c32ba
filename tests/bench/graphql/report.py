"""The outcome as Markdown, JSON and a picture: every figure, the ratios, and each target met or not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from tests.bench.graphql.operations import GROWING

Figures = Mapping[str, float]
Key = tuple[str, str, int]
Graph = Mapping[Key, Figures]
COLUMNS = {
    "p50": "p50 ms",
    "p95": "p95 ms",
    "rps": "requests/s",
    "cpu": "server CPU ms (over Bolt: the driver's)",
    "neo4j_cpu": "Neo4j CPU ms",
}
ORDER = ("mailuo", "peer", "plain", "floor", "by hand")
COLOURS = {"mailuo": "#b3261e", "peer": "#49647d", "plain": "#8a8a8a", "floor": "#c9a227", "by hand": "#e3cf8d"}


def write(graphs: Mapping[str, Graph], folder: Path) -> Path:
    """Write bench.md, bench.json and bench.svg into a folder; return the first."""
    folder.mkdir(parents=True, exist_ok=True)
    text = "\n".join([*lines(graphs), *(row for name, graph in graphs.items() for row in _table(name, graph))])
    (folder / "bench.md").write_text(text + "\n", "utf8")
    flat = [
        {"graph": name, "server": server, "case": case, "connections": connections, **figures}
        for name, graph in graphs.items()
        for (server, case, connections), figures in graph.items()
    ]
    (folder / "bench.json").write_text(json.dumps(flat, ensure_ascii=False, indent=1), "utf8")
    (folder / "bench.svg").write_text(picture(graphs), "utf8")
    return folder / "bench.md"


def _table(name: str, graph: Graph) -> Iterator[str]:
    yield f"\n## {name}\n"
    yield f"| case | connections | server | {' | '.join(COLUMNS.values())} |"
    yield f"|---|---|---|{'---|' * len(COLUMNS)}"
    for case in sorted({case for _, case, _ in graph}):
        for connections in sorted({connections for _, _, connections in graph}):
            for server in ORDER:
                if figures := graph.get((server, case, connections)):
                    cells = " | ".join(f"{figures[column]:.2f}" for column in COLUMNS)
                    yield f"| {case} | {connections} | {server} | {cells} |"


def lines(graphs: Mapping[str, Graph]) -> Iterator[str]:
    """Return the table of the targets, a line each."""
    yield "# GraphQL side by side\n"
    yield "| graph | case | connections | target | measured | |"
    yield "|---|---|---|---|---|---|"
    for name, graph in graphs.items():
        for server, case, connections in sorted(graph):
            if server == "mailuo":
                yield from (f"| {name} | {case} | {connections} | {line}" for line in _ratios(graph, case, connections))
    yield from _growth(graphs)


def _ratios(graph: Graph, case: str, connections: int) -> Iterator[str]:
    mailuo = graph["mailuo", case, connections]
    # The same statement over bare Bolt, or one written by hand where that is quicker: a slow statement is no floor.
    bare = [graph[name, case, connections] for name in ("floor", "by hand") if (name, case, connections) in graph]
    floor = min(bare, key=lambda figures: figures["p50"])
    above = mailuo["p50"] / floor["p50"]
    peer, plain = graph.get(("peer", case, connections)), graph.get(("plain", case, connections))
    if peer:
        yield _line("p50 at most 0.5 × peer", mailuo["p50"] / peer["p50"], 0.5, above)
        yield _line("time a request at most 0.5 × peer", peer["rps"] / mailuo["rps"], 0.5, floor["rps"] / mailuo["rps"])
        yield _line("server CPU at most 0.5 × peer", mailuo["cpu"] / peer["cpu"], 0.5)
    if plain:
        yield _line("server CPU at most 0.25 × plain", mailuo["cpu"] / plain["cpu"], 0.25)
    yield f"p50 over bare Bolt | {above:.2f} × |  |"
    if same := graph.get(("floor", case, connections)):
        yield f"server CPU over the driver's with the same statement | {mailuo['cpu'] / same['cpu']:.2f} × |  |"


def _line(target: str, ratio: float, most: float, floor: float | None = None) -> str:
    """A target is met too where Neo4j's own time is the floor and mailuo stays within 1.5 × of it."""
    met = "met" if ratio <= most else "NOT MET"
    if ratio > most and floor is not None and floor <= 1.5:
        met = f"met by the floor ({floor:.2f} × bare Bolt)"
    return f"{target} | {ratio:.2f} × | {met} |"


def _growth(graphs: Mapping[str, Graph]) -> Iterator[str]:
    if len(graphs) < 2:
        return
    (small, one), (large, other) = list(graphs.items())[:2]
    for case, most in GROWING.items():
        if (key := ("mailuo", case, 1)) in one and key in other:
            ratio = other[key]["p50"] / one[key]["p50"]
            yield f"| {large} | {case} | 1 | {_line(f'p50 at most {most:.0f} × that of {small}', ratio, most)}"


def picture(graphs: Mapping[str, Graph]) -> str:
    """Return bars of p50 at one connection, a panel a graph."""
    bars: list[str] = []
    y = 30
    for name, graph in graphs.items():
        most = max(figures["p50"] for (_, _, connections), figures in graph.items() if connections == 1)
        bars.append(f'<text x="10" y="{y}" font-weight="bold">{escape(name)}: p50 in ms, one connection</text>')
        y += 10
        for case in sorted({case for _, case, _ in graph}):
            bars.append(f'<text x="10" y="{y + 14}">{escape(case)}</text>')
            for server in ORDER:
                if figures := graph.get((server, case, 1)):
                    width = max(1.0, figures["p50"] / most * 460)
                    bars.append(f'<rect x="150" y="{y + 4}" width="{width:.1f}" height="11" fill="{COLOURS[server]}"/>')
                    label = f"{server} {figures['p50']:.1f}"
                    bars.append(f'<text x="{156 + width:.1f}" y="{y + 14}" font-size="10">{label}</text>')
                    y += 13
            y += 8
        y += 30
    body = "\n".join(bars)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="740" height="{y}" font-family="sans-serif" font-size="12">\n'
        f'<rect width="740" height="{y}" fill="#fff"/>\n{body}\n</svg>\n'
    )
