"""JSON-LD: whole, every line a document of its own, quotes at their offsets, and the shapes tell right from wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyshacl
import pytest
import rdflib
from rdflib import RDF, XSD, Literal, URIRef

from graph.export import jsonld
from graph.export.dictionary import entries
from graph.export.export import export
from graph.export.formats import Format
from graph.export.jsonld import CONTEXT, FILE, PREFIXES, SHAPES, context, encoded, iri
from graph.export.reading import Edge, Node
from graph.session import Database
from tests.graph.export.hard import HARD, NUMBER, make
from tests.samples import load_samples

pytestmark = [
    pytest.mark.neo4j,
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
ELI, SCHEMA, OA, PROV, MAILUO = (rdflib.Namespace(PREFIXES[name]) for name in ("eli", "schema", "oa", "prov", "mailuo"))
UPPER = URIRef("urn:mailuo:document:国发〔2022〕5号")
LOWER = URIRef("urn:mailuo:document:苏政发〔2022〕71号")


def read(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="json-ld")


def lines(file: Path) -> Iterator[str]:
    """The entities of a file, one a line, as somebody would read them who has no room for all."""
    found = file.read_text("utf8").splitlines()
    assert found[0].endswith('"@graph":[')
    assert found[-1] == "]}"
    return (line.removesuffix(",") for line in found[1:-1])


@pytest.fixture(scope="module")
def folder(engine: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("jsonld") / "out"
    export(load_samples(engine), Format.JSONLD, out)
    return out


@pytest.fixture(scope="module")
def shapes(folder: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(folder / SHAPES)


@pytest.fixture(scope="module")
def graph(folder: Path) -> rdflib.Graph:
    return read((folder / FILE).read_text("utf8"))


def errors(graph: rdflib.Graph, shapes: rdflib.Graph, of: str | None = None) -> list[str]:
    """The nodes that the shapes refuse; of all, or of one alone, which is quicker."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, focus_nodes=[of] if of else None, inplace=True)
    assert isinstance(report, rdflib.Graph)
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    return sorted(str(node) for node in report.objects(None, sh.focusNode))


@pytest.mark.long
@contextmanager
def changed(graph: rdflib.Graph, terms: Any, entity: dict[str, Any]) -> Iterator[None]:
    """Let another line stand for that of an entity for a while; the others stay, as classes are asked of them."""
    before = set(graph.cbd(URIRef(entity["@id"])))
    after = set(read(json.dumps({"@context": terms, "@graph": [entity]}))) - (set(graph) - before)
    _replace(graph, before, after)
    try:
        yield
    finally:
        _replace(graph, after, before)


def _replace(graph: rdflib.Graph, old: set[Any], new: set[Any]) -> None:
    for triple in old:
        graph.remove(triple)
    for triple in new:
        graph.add(triple)


def test_the_samples_are_as_the_shapes_say(graph: rdflib.Graph, shapes: rdflib.Graph) -> None:
    assert errors(graph, shapes) == []
    targets = set(shapes.objects(None, URIRef("http://www.w3.org/ns/shacl#targetClass")))
    absent = {target for target in targets if not set(graph.subjects(RDF.type, target))}
    # Samples have neither corrections nor alignments yet; the hard graph has both.
    assert absent <= {MAILUO.Correction, MAILUO.Alignment, MAILUO.NearestMeasure}


def test_hard_texts_corrections_and_alignments_are_too(ready: Database, tmp_path: Path, shapes: rdflib.Graph) -> None:
    make(ready, tmp_path)
    export(ready, Format.JSONLD, tmp_path / "out")
    found = read((tmp_path / "out" / FILE).read_text("utf8"))
    assert errors(found, shapes) == []
    names = {str(name) for body in found.subjects(RDF.type, MAILUO.Body) for name in found.objects(body, SCHEMA.name)}
    assert set(HARD) <= names
    said = found.value(predicate=RDF.type, object=MAILUO.Correction)
    assert found.value(said, MAILUO.field) == Literal("effective_on")
    assert found.value(found.value(said, PROV.wasAssociatedWith), SCHEMA.name) == Literal('甲"')
    aligned = found.value(predicate=RDF.type, object=MAILUO.Alignment)
    assert found.value(aligned, MAILUO.lagDays) == Literal(-3)
    assert found.value(aligned, MAILUO.score).datatype == XSD.double  # type: ignore[union-attr]
    assert set(found.objects(aligned, MAILUO.sharedTerm)) == {Literal("开放"), Literal('=目录,"')}
    place = found.value(aligned, MAILUO.upperSentence)
    assert found.value(place, OA.hasSource) == URIRef(iri("Document", NUMBER))
    local = str(tmp_path)
    assert local not in (tmp_path / "out" / FILE).read_text("utf8")


def test_documents_speak_eli_and_schema_org(graph: rdflib.Graph) -> None:
    assert set(graph.objects(LOWER, RDF.type)) == {ELI.LegalResource, SCHEMA.Legislation, PROV.Entity, MAILUO.Document}
    assert graph.value(LOWER, ELI.id_local) == graph.value(LOWER, SCHEMA.legislationIdentifier)
    assert graph.value(LOWER, ELI.date_document).datatype == XSD.date  # type: ignore[union-attr]
    assert UPPER in set(graph.objects(LOWER, ELI.cites))
    assert (LOWER, MAILUO.implements, UPPER) in graph
    assert (LOWER, ELI.applies, UPPER) in graph
    assert not set(graph.subject_objects(ELI.ensures_implementation_of))
    assert (LOWER, ELI.jurisdiction, URIRef("urn:mailuo:region:320000")) in graph
    issuer = graph.value(LOWER, ELI.passed_by)
    assert (issuer, RDF.type, ELI.Organization) in graph
    type_ = graph.value(LOWER, ELI.type_document)
    assert (type_, RDF.type, ELI.ResourceType) in graph
    expression = graph.value(LOWER, ELI.is_realized_by)
    title = graph.value(expression, ELI.title)
    assert isinstance(title, Literal)
    assert title.language == "zh"
    assert str(title) == str(graph.value(LOWER, SCHEMA.name))
    assert set(graph.subject_objects(ELI.repeals))


def test_every_quote_stands_at_its_offsets_of_the_text(graph: rdflib.Graph) -> None:
    checked = 0
    for place in graph.subjects(RDF.type, OA.SpecificResource):
        text = str(graph.value(graph.value(place, OA.hasSource), SCHEMA.text))
        selectors = list(graph.objects(place, OA.hasSelector))
        starts, ends, quotes = ([graph.value(one, name) for one in selectors] for name in (OA.start, OA.end, OA.exact))
        start, end = (int(next(filter(None, found))) for found in (starts, ends))
        assert end <= len(text)
        for quote in filter(None, quotes):
            assert text[start:end] == str(quote)
            checked += 1
    assert checked > 150


def test_every_line_is_a_document_of_its_own(folder: Path, graph: rdflib.Graph) -> None:
    shared = json.loads((folder / CONTEXT).read_text("utf8"))
    assert shared["@context"] == context()
    parts = rdflib.Graph()
    for line in lines(folder / FILE):
        if "urn:mailuo:region:" not in line[:30]:
            parts += read(json.dumps(shared | json.loads(line)))
    cited = {(one, other) for one, other in graph.subject_objects(ELI.cites)}
    assert set(parts.subject_objects(ELI.cites)) == cited
    assert cited


def test_nothing_is_fetched(folder: Path) -> None:
    whole = json.loads((folder / FILE).read_text("utf8"))
    assert isinstance(whole["@context"], dict)
    assert "@import" not in whole["@context"]
    assert all("@context" not in entity for entity in whole["@graph"])


WRONG: list[tuple[str, dict[str, Any] | None]] = [
    ("mailuo:Document", {"schema:name": None}),
    ("mailuo:Document", {"eli:date_document": "2022年"}),
    ("mailuo:Document", {"schema:legislationDate": "1999-01-01"}),
    ("mailuo:Document", {"mailuo:level": "village"}),
    ("mailuo:Document", {"mailuo:held": None}),
    ("mailuo:Document", {"schema:text": None}),
    ("mailuo:Document", {"prov:wasDerivedFrom": None}),
    ("mailuo:Document", {"eli:cites": ["urn:mailuo:document:nowhere"]}),
    ("mailuo:Document", {"eli:passed_by": ["urn:mailuo:region:320000"]}),
    ("mailuo:Document", {"eli:is_realized_by": None}),
    ("mailuo:Provision", {"mailuo:path": None}),
    ("mailuo:Measure", {"mailuo:modality": "hint"}),
    ("mailuo:Citation", {"mailuo:relation": "likes"}),
    ("mailuo:Citation", {"mailuo:targets": None}),
    ("mailuo:Citation", {"mailuo:status": "ambiguous"}),
    ("mailuo:Citation", {"mailuo:confidence": 1.5}),
    ("mailuo:Citation", {"mailuo:evidence": None}),
    ("mailuo:Deadline", {"mailuo:startsOn": "2999-01-01", "mailuo:endsOn": "2022-12-31"}),
    ("mailuo:Deadline", {"mailuo:deadlineKind": None}),
    ("mailuo:Responsibility", {"mailuo:role": "boss"}),
    ("mailuo:Responsibility", {"mailuo:body": "urn:mailuo:region:320000"}),
    ("mailuo:Mention", {"mailuo:named": "urn:mailuo:document:国发〔2022〕5号"}),
    ("mailuo:Succession", {"mailuo:after": None}),
    ("schema:MediaObject", {"schema:sha256": "none"}),
    ("mailuo:Body", {"schema:name": None}),
    ("mailuo:Region", {"schema:containedInPlace": ["urn:mailuo:document:国发〔2022〕5号"]}),
]


@pytest.mark.parametrize(("kind", "change"), WRONG)
def test_wrong_data_fails_the_shapes(
    folder: Path, graph: rdflib.Graph, shapes: rdflib.Graph, kind: str, change: dict[str, Any]
) -> None:
    whole = json.loads((folder / FILE).read_text("utf8"))
    entity = next(
        one
        for one in whole["@graph"]
        if kind in ([one["@type"]] if isinstance(one["@type"], str) else one["@type"])
        and one.get("mailuo:held", True)
        and all(name in one for name in change if name not in ("mailuo:startsOn", "schema:containedInPlace"))
    )
    entity |= change
    with changed(graph, whole["@context"], entity):
        # A node that only the shape of another one speaks of is found when all are looked at.
        assert entity["@id"] in (errors(graph, shapes, entity["@id"]) or errors(graph, shapes))


@pytest.mark.parametrize(
    "change",
    [{"oa:start": 10, "oa:end": 5}, {"oa:start": -1}, {"oa:exact": ""}],
)
def test_wrong_evidence_fails_the_shapes(
    folder: Path, graph: rdflib.Graph, shapes: rdflib.Graph, change: dict[str, Any]
) -> None:
    whole = json.loads((folder / FILE).read_text("utf8"))
    entity = next(one for one in whole["@graph"] if "mailuo:Citation" in one["@type"])
    position, quote = entity["mailuo:evidence"]["oa:hasTarget"]["oa:hasSelector"]
    (quote if "oa:exact" in change else position).update(change)
    with changed(graph, whole["@context"], entity):
        assert errors(graph, shapes)


def test_a_key_of_any_signs_is_one_iri() -> None:
    keys = ("a b", "a%20b", "a+b", "a#b", "甲/乙", "甲%2F乙", '"<>', "\ue000", "国发〔2022〕5号", "a\n")
    assert len({encoded(key) for key in keys}) == len(keys)
    assert encoded("国发〔2022〕5号") == "国发〔2022〕5号"
    assert not any(re.search(r'[\s<>"{}|\\^`#/?]', encoded(key)) for key in keys)
    assert iri("Source", "file:///somewhere/1.txt").startswith("urn:mailuo:source:")
    assert "somewhere" not in iri("Source", "file:///somewhere/1.txt")


def test_every_term_has_a_prefix_of_the_context() -> None:
    for entry in entries().values():
        for term in entry.terms:
            assert term == "-" or term.rpartition("=")[2].partition(":")[0] in PREFIXES, entry


def test_a_node_of_many_relationships_and_of_unknown_ones_is_held_in_parts(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    sink = jsonld.Sink(out)
    sink.put(Node("Region", "甲", ["Region"], {"name": "甲", "share": 0.5, "seen": None}))
    for number in range(jsonld.MOST + 5):
        sink.put(Edge("NEAR_TO", "Region", "甲", "Region", f"r{number}", {}))
    assert sink._gathered == 5
    sink.close()
    assert len(list(lines(out / FILE))) == 2
    graph = read((out / FILE).read_text("utf8"))
    own = URIRef("urn:mailuo:region:甲")
    assert len(set(graph.objects(own, MAILUO.nearTo))) == jsonld.MOST + 5
    assert graph.value(own, MAILUO.share) == Literal("0.5", datatype=XSD.double)
