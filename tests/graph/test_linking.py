"""What a citation means: a table of small corpora, a rule of graph.linking a group, and what is derived from them."""

from __future__ import annotations

import itertools
import random
from datetime import date

import pytest

from graph.linking import CANDIDATES, is_law, resolve
from graph.linking_records import Edge, Held, Links, Reference
from loaders.keys import document_id, number_key, title_key
from loaders.records import Relation

CITING = "皖政发〔2001〕1号"
ELDER = "2001-02-03"  # the citing document's date unless a row says another

GUO = "国发〔2020〕11号"
SU = "苏政发〔2020〕22号"
ZHE = "浙政发〔2020〕33号"
YU = "豫政发〔2020〕44号"
COLD = "关于发展冷链物流的意见"
TEA = "关于保护古茶树的通知"
JS_COLD = f"江苏省人民政府{COLD}"
ZJ_COLD = f"浙江省人民政府{COLD}"
NOTICE = f"江苏省人民政府办公厅转发省商务厅{COLD}"
TAX, TAX_LONG = "财政部 税务总局公告2020年第5号", "财政部 国家税务总局公告2020年第5号"
REFUND = "财政部 税务总局关于退还印花税的公告"
PORT_LAW = "中华人民共和国港口岸线法"
PORT_RULE = "港口岸线管理办法"


def held(number: str | None, *titles: str, on: str | None = "2000-01-01", sample: bool = False) -> Held:
    """A held document as graph.link reads it; the first of the titles is its own."""
    keys = tuple(title_key(title) for title in titles)
    day = date.fromisoformat(on) if on else None
    key = number_key(number) if number else None
    return Held(document_id(number, titles[0], day), key, keys, day, is_law(keys), sample)


def cite(
    number: str | None = None,
    title: str | None = None,
    *,
    citing: str = CITING,
    relation: Relation = "refers",
    preamble: bool = False,
    confidence: float = 1.0,
) -> Reference:
    """A citation; its id is made up of what it prints, so a row of the table can name it."""
    return Reference(
        f"{citing}>{number or ''}>{title or ''}>{relation}",
        citing,
        number_key(number) if number else None,
        title_key(title) if title else None,
        relation,
        confidence,
        preamble,
        number,
        title,
    )


def citing(on: str | None = ELDER, name: str = CITING, **more: bool) -> Held:
    """A document that nothing cites."""
    return Held(name, name, (title_key(f"文{name}"),), date.fromisoformat(on) if on else None, **more)


def said(links: Links, citation: Reference) -> str:
    """A link as the table writes it: its status and the documents that it means."""
    link = links.links[citation.id]
    return " ".join([link.status, *([link.target] if link.target else link.candidates)])


# name, documents beside the citing one, the citation, citations beside it, what the citation means
TABLE = [
    # Numbers.
    ("held by number", [held(GUO, COLD)], cite(GUO), [], f"resolved {GUO}"),
    ("square brackets", [held(GUO, COLD)], cite("国发[2020]11号"), [], f"resolved {GUO}"),
    ("wide digits", [held(GUO, COLD)], cite("国发（２０２０）１１ 号"), [], f"resolved {GUO}"),
    ("a space and 第", [held(GUO, COLD)], cite("国发〔2020〕第 11号"), [], f"resolved {GUO}"),
    ("a number nobody has", [held(GUO, COLD)], cite(SU), [], f"wanted {SU}"),
    ("a misprinted number", [held(GUO, COLD)], cite("国发〔2020〕12号"), [], "wanted 国发〔2020〕12号"),
    ("another code with the same year and count", [held(GUO, COLD)],
     cite("国办发〔2020〕11号"), [], "wanted 国办发〔2020〕11号"),
    ("a number is not barred by dates", [held(GUO, COLD, on="2009-09-09")], cite(GUO), [], f"resolved {GUO}"),
    ("its own number", [], cite(CITING), [], "ambiguous"),
    ("neither number nor title", [held(GUO, COLD)], cite(), [], "ambiguous"),
    ("an announcement, issuers in full", [held(TAX, REFUND)],
     cite("中华人民共和国财政部 国家税务总局公告2020年第5号"), [], "resolved 财政部 税务总局公告2020年第5号"),
    ("an announcement, its number in brackets", [held(TAX, REFUND)],
     cite("财政部、税务总局公告〔2020〕第5号"), [], "resolved 财政部 税务总局公告2020年第5号"),
    ("an announcement of one of the issuers is another", [held(TAX, REFUND)],
     cite("税务总局公告2020年第5号"), [], "wanted 税务总局公告2020年第5号"),
    ("an order of another issuer is another", [held("公安部令第7号", "渡口安全规定")],
     cite("交通运输部令第7号"), [], "wanted 交通运输部令第7号"),
    ("two documents that print one number", [held(TAX, TEA), held(TAX_LONG, COLD)],
     cite("财政部 税务总局公告2020年第5号"), [],
     "ambiguous 财政部 国家税务总局公告2020年第5号 财政部 税务总局公告2020年第5号"),
    ("of two that print one number the title tells", [held(TAX, TEA), held(TAX_LONG, COLD)],
     cite("财政部 税务总局公告2020年第5号", COLD), [], "resolved 财政部 国家税务总局公告2020年第5号"),
    # Whole titles.
    ("held by title", [held(GUO, COLD)], cite(None, COLD), [], f"resolved {GUO}"),
    ("marks and spaces apart", [held(GUO, COLD)], cite(None, "关于 发展“冷链物流”的意见"), [], f"resolved {GUO}"),
    ("a shortened title", [held(GUO, COLD)], cite(None, "发展冷链物流的意见"), [], "wanted 发展冷链物流的意见"),
    ("a longer title", [held(GUO, COLD)], cite(None, COLD + "和方案"), [], f"wanted {COLD}和方案"),
    ("a part of a title", [held(GUO, COLD)], cite(None, "冷链物流"), [], "wanted 冷链物流"),
    ("another genre", [held(GUO, COLD)], cite(None, "关于发展冷链物流的通知"), [], "wanted 关于发展冷链物流的通知"),
    ("by its issued title", [held(GUO, "关于印发茶树规划的通知", "茶树规划")],
     cite(None, "茶树规划"), [], f"resolved {GUO}"),
    ("by an alias", [held(GUO, COLD, "冷链意见")], cite(None, "冷链意见"), [], f"resolved {GUO}"),
    ("nothing held", [], cite(None, COLD), [], f"wanted {COLD}"),
    # Issuers in front of 关于.
    ("issuers missing in the citation", [held(SU, JS_COLD)], cite(None, COLD), [], f"resolved {SU}"),
    ("issuers missing in the document", [held(SU, COLD)], cite(None, JS_COLD), [], f"resolved {SU}"),
    ("issuers on both sides", [held(SU, JS_COLD)], cite(None, JS_COLD), [], f"resolved {SU}"),
    ("other issuers", [held(SU, JS_COLD)], cite(None, ZJ_COLD), [], f"wanted {title_key(ZJ_COLD).issuers}{COLD}"),
    ("issued title without issuers, other issuers known", [held(SU, "江苏省人民政府关于印发意见的通知", COLD)],
     cite(None, ZJ_COLD), [], f"wanted {title_key(ZJ_COLD).issuers}{COLD}"),
    ("issued title without issuers, the same issuers known", [held(SU, "江苏省人民政府关于印发意见的通知", COLD)],
     cite(None, JS_COLD), [], f"resolved {SU}"),
    ("two provinces, one named", [held(SU, JS_COLD), held(ZHE, ZJ_COLD)], cite(None, ZJ_COLD), [], f"resolved {ZHE}"),
    ("two provinces, none named", [held(SU, JS_COLD), held(ZHE, ZJ_COLD)],
     cite(None, COLD), [], f"ambiguous {ZHE} {SU}"),
    ("two provinces, a third named", [held(SU, JS_COLD), held(ZHE, ZJ_COLD)],
     cite(None, f"河南省人民政府{COLD}"), [], f"wanted 河南省人民政府{COLD}"),
    ("two provinces, the number tells", [held(SU, JS_COLD), held(ZHE, ZJ_COLD)],
     cite(ZHE, COLD), [], f"resolved {ZHE}"),
    ("one issuer, two years", [held(SU, JS_COLD), held(YU, JS_COLD)], cite(None, JS_COLD), [], f"ambiguous {SU} {YU}"),
    # 转发 and 印发 are never stripped.
    ("the text, not the notice that forwards it", [held(SU, NOTICE)],
     cite(None, COLD), [], f"wanted {COLD}"),
    ("the notice, not the text that it forwards", [held(SU, COLD)],
     cite(None, "国务院办公厅转发商务部" + COLD), [], f"wanted 国务院办公厅转发商务部{COLD}"),
    ("notice and text side by side", [held(SU, NOTICE), held(GUO, "省商务厅" + COLD)],
     cite(None, "省商务厅" + COLD), [], f"resolved {GUO}"),
    ("notice side by side with its text", [held(SU, NOTICE), held(GUO, "省商务厅" + COLD)],
     cite(None, NOTICE), [], f"resolved {SU}"),
    ("印发 notice held, no issued title", [held(SU, "关于印发茶树规划的通知")],
     cite(None, "茶树规划"), [], "wanted 茶树规划"),
    ("印发 notice cited, its text held", [held(None, "茶树规划")],
     cite(None, "关于印发茶树规划的通知"), [], "wanted 关于印发茶树规划的通知"),
    # Dates.
    ("a younger document", [held(GUO, COLD, on="2001-02-04")], cite(None, COLD), [], f"wanted {COLD}"),
    ("of the same day", [held(GUO, COLD, on=ELDER)], cite(None, COLD), [], f"resolved {GUO}"),
    ("a dateless document", [held(GUO, COLD, on=None)], cite(None, COLD), [], f"resolved {GUO}"),
    ("younger, dateless citing", [held(GUO, COLD, on="2020-01-01"), citing(None, "new")],
     cite(None, COLD, citing="new"), [], f"resolved {GUO}"),
    ("an amended law is younger", [held(None, PORT_LAW, on="2019-01-01")],
     cite(None, PORT_LAW), [], "resolved 港口岸线法@2019-01-01"),
    ("a law without 中华人民共和国", [held(None, PORT_LAW, on="2019-01-01")],
     cite(None, "港口岸线法"), [], "resolved 港口岸线法@2019-01-01"),
    ("a younger 条例", [held(None, "江苏省渡口条例", on="2019-01-01")],
     cite(None, "江苏省渡口条例"), [], "resolved 江苏省渡口条例@2019-01-01"),
    ("a younger 办法 is no law", [held(None, PORT_RULE, on="2019-01-01")],
     cite(None, PORT_RULE), [], f"wanted {PORT_RULE}"),
    ("a law's rules are not the law", [held(None, PORT_LAW)],
     cite(None, "港口岸线法实施条例"), [], "wanted 港口岸线法实施条例"),
    ("two texts of a law", [held(None, PORT_LAW, on="2019-01-01"), held(None, PORT_LAW, on="1999-01-01")],
     cite(None, "港口岸线法"), [], "ambiguous 港口岸线法@1999-01-01 港口岸线法@2019-01-01"),
    ("the older of two namesakes", [held(SU, COLD), held(ZHE, COLD, on="2010-10-10")],
     cite(None, COLD), [], f"resolved {SU}"),
    # Number and title together.
    ("both agree", [held(GUO, COLD)], cite(GUO, COLD), [], f"resolved {GUO}"),
    ("right number, shortened title", [held(GUO, COLD)], cite(GUO, "冷链意见"), [], f"resolved {GUO}"),
    ("right number, title of another held one", [held(GUO, COLD), held(SU, TEA)],
     cite(GUO, TEA), [], f"ambiguous {GUO} {SU}"),
    ("right number, title of a younger one", [held(GUO, COLD), held(SU, TEA, on="2020-01-01")],
     cite(GUO, TEA), [], f"resolved {GUO}"),
    ("right number, title printed with another", [held(GUO, COLD)],
     cite(GUO, TEA), [cite(SU, TEA)], f"ambiguous {GUO} {SU}"),
    ("misprinted number, title of a held one", [held(GUO, COLD)],
     cite("国发〔2020〕12号", COLD), [], f"ambiguous 国发〔2020〕12号 {GUO}"),
    ("misprinted number, title of two held ones", [held(SU, COLD), held(GUO, COLD)],
     cite(YU, COLD), [], f"ambiguous {YU} {GUO} {SU}"),
    ("number and title of nobody", [], cite(GUO, COLD), [], f"wanted {GUO}"),
    ("another province's number for a held namesake", [held(SU, JS_COLD)], cite(ZHE, ZJ_COLD), [], f"wanted {ZHE}"),
    ("its own number with another's title", [held(GUO, COLD)], cite(CITING, COLD), [], f"resolved {GUO}"),
    ("number held, title younger than the citing one", [held(GUO, COLD, on="2009-01-01")],
     cite(GUO, COLD), [], f"resolved {GUO}"),
    # Stubs: a title printed with a number meets that number.
    ("a title that others print with a number", [], cite(None, COLD), [cite(GUO, COLD)], f"wanted {GUO}"),
    ("the same with issuers", [], cite(None, JS_COLD), [cite(SU, COLD)], f"wanted {SU}"),
    ("two numbers for one title", [], cite(None, COLD), [cite(GUO, COLD), cite(SU, COLD)], f"ambiguous {GUO} {SU}"),
    ("two numbers for one title, one of them printed", [], cite(SU, COLD), [cite(GUO, COLD)], f"wanted {SU}"),
    ("a held title that others print with a strange number", [held(GUO, COLD)],
     cite(None, COLD), [cite(SU, COLD)], f"ambiguous {GUO} {SU}"),
    ("a number printed with two titles", [],
     cite(None, "冷链意见"), [cite(GUO, COLD), cite(GUO, "冷链意见")], f"wanted {GUO}"),
    ("a title without issuers meets the one with", [],
     cite(None, COLD), [cite(None, JS_COLD)], f"wanted {title_key(JS_COLD).issuers}{COLD}"),
    ("a title without issuers beside two with", [],
     cite(None, COLD), [cite(None, JS_COLD), cite(None, ZJ_COLD)],
     f"ambiguous 江苏省人民政府{COLD} 浙江省人民政府{COLD}"),
    # Held documents without a number.
    ("a number printed with its title", [held(None, COLD)],
     cite(GUO), [cite(GUO, COLD)], f"resolved {COLD}@2000-01-01"),
    ("number and title of one without number", [held(None, COLD)], cite(GUO, COLD), [], f"resolved {COLD}@2000-01-01"),
    ("two numbers printed with its title", [held(None, COLD)],
     cite(GUO, COLD), [cite(SU, COLD)], f"ambiguous {GUO} {COLD}@2000-01-01"),
    ("two numbers printed with its title, number alone", [held(None, COLD)],
     cite(GUO), [cite(GUO, COLD), cite(SU, COLD)], f"wanted {GUO}"),
    ("a number for two without number", [held(None, COLD), held(None, TEA)],
     cite(GUO), [cite(GUO, COLD), cite(GUO, TEA)], f"wanted {GUO}"),
    ("taken number, another held title", [held(None, COLD), held(SU, TEA)],
     cite(GUO, "冷链意见"), [cite(GUO, COLD)], f"resolved {COLD}@2000-01-01"),
    ("a taken number adds no title", [held(None, COLD)],
     cite(None, "冷链意见"), [cite(GUO, COLD), cite(GUO, "冷链意见")], "wanted 冷链意见"),
    # A document does not cite itself.
    ("its own title is a namesake", [held(YU, PORT_RULE)], cite(None, PORT_RULE, citing=YU), [], f"wanted {PORT_RULE}"),
    ("its own title, another held", [held(YU, COLD), held(SU, COLD, on="1990-01-01")],
     cite(None, COLD, citing=YU), [], f"resolved {SU}"),
    ("its own title and number", [held(YU, COLD)], cite(YU, COLD, citing=YU), [], f"wanted {COLD}"),
    ("dateless without number, its own title", [held(None, COLD, on=None)],
     cite(None, COLD, citing=COLD), [], "ambiguous"),
    ("the number that it takes", [held(None, COLD, on=None)], cite(GUO, citing=COLD), [cite(GUO, COLD)], "ambiguous"),

]  # fmt: skip


@pytest.mark.parametrize(
    ("documents", "citation", "others", "means"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_a_citation_means(documents: list[Held], citation: Reference, others: list[Reference], means: str) -> None:
    assert said(resolve([citing(), *documents], [citation, *others]), citation) == means


def test_a_later_namesake_makes_a_title_ambiguous_and_its_going_resolves_it_again() -> None:
    citation, one, two = cite(None, COLD), held(SU, JS_COLD), held(ZHE, ZJ_COLD)
    assert said(resolve([citing(), one], [citation]), citation) == f"resolved {SU}"
    assert said(resolve([citing(), one, two], [citation]), citation) == f"ambiguous {ZHE} {SU}"
    assert said(resolve([citing(), two], [citation]), citation) == f"resolved {ZHE}"


def test_a_stub_fills_in_place_whatever_it_was_known_by() -> None:
    citations = [cite(GUO, COLD), cite(GUO), cite(None, COLD), cite(None, JS_COLD)]
    before = resolve([citing()], citations)
    assert [stub.id for stub in before.stubs] == [GUO]
    after = resolve([citing(), held(GUO, COLD)], citations)
    assert after.stubs == ()
    assert {link.target for link in after.links.values()} == {GUO}
    assert {link.status for link in after.links.values()} == {"resolved"}


def test_former_ids_are_those_of_the_stubs_that_a_document_fills() -> None:
    citations = [cite(GUO), cite(None, COLD)]
    assert [stub.id for stub in resolve([citing()], citations).stubs] == [COLD, GUO]
    assert resolve([citing(), held(GUO, COLD)], citations).former_ids == {GUO: (COLD,)}
    unnumbered = resolve([citing(), held(None, COLD)], [cite(GUO, COLD)])
    assert unnumbered.former_ids == {f"{COLD}@2000-01-01": (GUO,)}
    assert resolve([citing(), held(GUO, COLD)], [cite(GUO)]).former_ids == {}


def test_former_ids_leave_out_the_ids_of_nodes_that_stand() -> None:
    documents = [citing(), citing("1999-09-09", "old"), held(GUO, COLD)]
    links = resolve(documents, [cite(None, COLD), cite(None, COLD, citing="old")])
    assert [stub.id for stub in links.stubs] == [COLD]
    assert links.cited_by == {GUO: 1, COLD: 1}
    assert links.former_ids == {}


def test_edges_are_one_per_pair_and_relation() -> None:
    citations = [
        cite(GUO, relation="implements", preamble=True, confidence=0.5),
        cite(None, COLD, relation="implements", confidence=0.75),
        cite(GUO, relation="refers", confidence=0.25),
        cite(SU, relation="refers"),
    ]
    links = resolve([citing(), held(GUO, COLD)], citations)
    assert links.edges == (
        Edge(CITING, GUO, "implements", 2, True, 0.75),
        Edge(CITING, GUO, "refers", 1, False, 0.25),
        Edge(CITING, SU, "refers", 1, False, 1.0),
    )
    assert links.cited_by == {GUO: 3, SU: 1}


def test_ambiguous_citations_give_no_edge_and_keep_a_bounded_number_of_candidates() -> None:
    namesakes = [held(f"苏政发〔2020〕{number}号", COLD) for number in range(100, 100 + 2 * CANDIDATES)]
    citation = cite("国发〔2020〕999号", COLD)
    links = resolve([citing(), *namesakes], [citation])
    candidates = links.links[citation.id].candidates
    assert candidates == ("国发〔2020〕999号", *(item.id for item in namesakes[: CANDIDATES - 1]))
    assert (links.edges, links.cited_by) == ((), {})
    assert [stub.id for stub in links.stubs] == ["国发〔2020〕999号"]


def test_a_stub_is_described_by_the_citations_that_name_it() -> None:
    citations = [
        cite("国发[2020]11号", JS_COLD),
        cite(GUO, "冷链“意见”"),
        cite(GUO, "冷链意见"),
        cite(None, COLD, relation="implements"),
        cite(None, COLD, relation="extends"),
    ]
    (stub,) = resolve([citing(), held(SU, TEA)], citations).stubs
    assert (stub.id, stub.number, stub.doc_number) == (GUO, GUO, GUO)
    assert (stub.title, stub.aliases) == (COLD, ("冷链“意见”", JS_COLD))
    assert stub.titles == tuple(sorted({title_key(COLD), title_key(JS_COLD), title_key("冷链意见")}))


def test_a_stub_without_title_is_called_by_its_number_and_one_without_number_by_its_title() -> None:
    by_title, by_number = resolve([citing()], [cite(GUO), cite(None, TEA)]).stubs
    assert (by_number.doc_number, by_number.title, by_number.titles) == (GUO, GUO, ())
    assert (by_title.number, by_title.doc_number, by_title.title) == (None, None, TEA)


def test_keys_stand_in_for_writings_that_are_not_known() -> None:
    bare = Reference("c", CITING, GUO, title_key(JS_COLD), "refers")
    (stub,) = resolve([citing()], [bare]).stubs
    assert (stub.doc_number, stub.title) == (GUO, "".join(title_key(JS_COLD)))


def test_a_stub_that_samples_cite_is_a_sample() -> None:
    assert [stub.sample for stub in resolve([citing(sample=True)], [cite(GUO)]).stubs] == [True]
    assert [stub.sample for stub in resolve([citing()], [cite(GUO)]).stubs] == [False]


def test_the_order_of_documents_and_citations_does_not_matter() -> None:
    documents = [citing(), held(SU, JS_COLD), held(None, TEA), held(GUO, PORT_RULE, "冷链意见"), held(ZHE, ZJ_COLD)]
    printed = itertools.product((None, GUO, SU, YU), (None, COLD, TEA, JS_COLD, "冷链意见", "茶树规划"))
    citations = [cite(number, title) for number, title in printed if number or title]
    wanted = resolve(documents, citations)
    shuffle = random.Random(5).shuffle
    for _ in range(20):
        shuffle(documents)
        shuffle(citations)
        assert resolve(documents, citations) == wanted


@pytest.mark.parametrize(
    ("title", "law"),
    [
        ("中华人民共和国港口岸线法", True),
        ("中华人民共和国港口岸线法（2018年修正）", True),
        ("中华人民共和国民法典", True),
        ("江苏省渡口条例", True),
        ("港口岸线管理办法", False),
        ("茶叶检验方法", False),
        ("江苏省人民代表大会常务委员会关于修改《江苏省渡口条例》的决定", False),
        ("港口岸线法实施细则", False),
    ],
)
def test_laws_and_regulations_are_told_from_rules(title: str, law: bool) -> None:
    assert is_law([title_key(title)]) is law
