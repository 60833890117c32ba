from __future__ import annotations

import pytest

from loaders.find.document_titles import sort_of
from loaders.find.references import references
from loaders.find.relations import Rule, Surroundings, has_cue, rules, verdict


def around(text: str, title: str = "关于加强管理的通知") -> tuple[str | None, Surroundings]:
    (item,) = references(text, 0, len(text))
    return item.title, Surroundings(text[: item.start], text[item.tail :].rstrip("。"), False, title)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_the_example_of_every_rule_is_decided_by_it(rule: Rule) -> None:
    titles = {"prolonging": "关于继续延缓缴纳税费的公告", "changing": "关于修改部分规章的决定"}
    cited, words = around(
        rule.example, next((titles[state] for state in rule.when if state in titles), "关于加强管理的通知")
    )
    found = verdict(cited, words)
    assert (found.rule, found.relation, found.confidence) == (f"citation.{rule.name}", rule.relation, rule.confidence)
    if found.cue:
        assert all(part in rule.example for part in found.cue.split("…"))


def test_the_last_rule_fits_everything() -> None:
    last = rules()[-1]
    assert last == Rule("named", frozenset(), None, "clause", (), "refers", last.confidence, None, last.example)


@pytest.mark.parametrize(
    ("text", "relation", "cue"),
    [
        ("为贯彻党的二十大精神，落实国家发展改革委等部门《“十四五”公共服务规划》部署，", "implements", "落实"),
        ("按照国务院部署，参照《专项资金管理办法》执行。", "refers", "参照"),
        ("按照新修订的《安全生产法》规定处罚。", "based_on", "按照…规定"),
        ("依据《国务院关于质量工作的意见》，现就有关事项通知如下", "implements", "依据"),
        ("依据《产品质量法》，现就有关事项通知如下", "based_on", "依据"),
        ("根据《关于核定标准的通知》核定数额。", "based_on", "根据"),
        ("根据《关于核定标准的通知》要求核定数额。", "implements", "根据…要求"),
        ("对《城市供水条例》进行修订", "amends", "进行修订"),
        ("我厅对《城市供水条例》作了全面修订，现印发给你们", "amends", "我厅对…作了全面修订"),
        ("市水务局对《城市供水条例》进行了修订，经批准，现予公布", "amends", None),
        ("省人大对《城市供水条例》进行了修订，现将有关事项通知如下", "refers", None),
        ("2020年对《城市供水条例》进行了修订", "refers", None),
        ("我们对《城市供水条例》的实施情况进行了检查，现印发修订意见", "refers", None),
        ("将《城市供水条例》第十条中的“局”改为“厅”", "amends", None),
        ("《城市供水条例》的修订工作", "amends", "的修订工作"),
        ("《城市供水条例》增加一条，作为第八条", "amends", None),
        ("在《城市供水条例》第二条后增加一款", "amends", None),
        ("《城市供水条例》施行后增加了收入", "refers", None),
        ("删去“《城市供水条例》”", "refers", None),
        ("在《公共服务标准》基础上增加“智慧养老”服务", "refers", None),
        ("在《公共服务标准》等基础上增加一项特色服务", "refers", None),
        ("《公共服务标准》增加一项特色服务", "refers", None),
        ("不得擅自删除《市场准入负面清单》事项", "refers", None),
        ("删除《城市供水条例》规定以外的证明材料", "refers", None),
        ("将《城市供水条例》名称改为“城乡供水条例”", "amends", None),
        ("将《城市供水条例》第五条“200人”调整为“300人”", "amends", None),
        ("推动修订《中小企业促进法》配套法规", "refers", None),
        ("制定实施《城市供水条例》实施细则", "implements", "制定实施…实施细则"),
        ("抓紧制定实施《乡村振兴促进法》配套政策", "implements", None),
        ("为确保《政府工作报告》确定的各项任务落到实处", "implements", None),
        ("推进《城市供水条例》修订，已废止的旧办法不再适用", "amends", None),
        ("严格执行《优化营商环境条例》，及时清理废止不符合的文件", "implements", None),
        ("加强《公平竞争审查条例》宣传，停止执行妨碍统一市场的政策措施", "refers", None),
        ("严格执行《城市供水条例》，与本通知不一致的，停止执行", "implements", None),
        ("《城市供水条例》等3件文件予以废止和宣布失效", "repeals", None),
        ("自即日起停止执行《关于收费的通知》", "repeals", "停止执行"),
        ("停止执行《关于收费的通知》规定的收费", "refers", None),
        ("暂停执行《关于收费的通知》", "refers", None),
        ("《城市供水条例》拟废止", "refers", None),
        ("未经批准不得废止《城市供水条例》", "refers", None),
        ("省政府已废止《城市供水条例》", "refers", None),
        ("《城市供水条例》已不适应形势，予以废止", "repeals", "予以废止"),
        ("凡已经《城市供水条例》废止的项目，不得收费", "refers", None),
        ("修订后的《城市供水条例》自公布之日起施行", "refers", None),
        ("《关于收费的通知》（浙价〔2001〕1号）自本通知印发之日起停止执行", "repeals", "停止执行"),
        ("《关于收费的通知》废止前已受理的", "refers", None),
        ("《关于收费的通知》有效期延长至2025年", "extends", None),
        ("为深入贯彻落实习近平总书记关于安全生产的重要论述和《安全生产治本攻坚方案》，", "implements", "贯彻落实"),
        ("按规定享受《关于小微企业的公告》的优惠", "refers", "享受"),
        ("按时完成《质量强国建设纲要》的任务", "implements", "完成"),
        ("法律依据：《价格法》", "based_on", "依据"),
        ("抓好《质量强国建设纲要》贯彻落实。", "implements", None),
        ("结合《价格法》修订本省办法。", "refers", "结合"),
        ("执行期限届满的《关于收费的通知》", "refers", None),
        ("根据《关于清理文件的通知》要求，决定废止下列文件：", "implements", "根据…要求"),
        ("根据《文件管理办法》的规定，决定对下列文件予以废止：", "based_on", "根据…规定"),
        ("按照《文件管理办法》规定，现宣布下列文件失效：", "based_on", "按照…规定"),
        ("为贯彻落实《优化营商环境条例》，经研究，决定对下列文件予以废止：", "implements", "贯彻落实"),
        ("根据《立法法》的规定对本办法作如下修改：", "based_on", "根据…规定"),
        ("根据清理结果对《关于收费的通知》予以废止", "repeals", "予以废止"),
        ("享受《关于小微企业的公告》规定的优惠", "refers", "享受"),
        ("违反《城市供水条例》规定的单位", "refers", "违反"),
        ("符合《城市供水条例》规定的单位", "based_on", "符合"),
        ("加快推进《质量强国建设纲要》重点任务落实", "implements", None),
        ("推动《质量强国建设纲要》各项政策措施落地见效", "implements", None),
        ("加强《质量强国建设纲要》重点任务落实情况督查", "refers", None),
        ("推进《数字经济促进条例》实施。", "implements", None),
        ("在《数字经济促进条例》实施前已备案的", "refers", None),
    ],
)
def test_cues_in_their_sentences(text: str, relation: str, cue: str | None) -> None:
    cited, words = around(text)
    found = verdict(cited, words)
    assert found.relation == relation
    if cue:
        assert found.cue == cue


def test_a_cue_too_far_away_does_not_reach() -> None:
    cited, words = around("违反" + "各地各部门有关单位" * 3 + "《城市供水条例》的")
    assert verdict(cited, words).rule == "citation.named"
    assert has_cue("认真落实")
    assert not has_cue("认真落实，")


@pytest.mark.parametrize(
    ("title", "sort"),
    [
        ("价格法", "authority"),
        ("检测方法", "other"),
        ("发展规划（2021—2025年）", "policy"),
        ("无名", "other"),
        ("", "other"),
    ],
)
def test_the_longest_ending_says_what_a_title_names(title: str, sort: str) -> None:
    assert sort_of(title) == sort
