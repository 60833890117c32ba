"""Groups and circles of cities, belts and zones: as printed where the name is one of its own, never a shorter one."""

from __future__ import annotations

import pytest

from loaders.regions import places_in

NAMED = [
    ("加快襄阳都市圈、宜荆荆都市圈一体化，培育宜荆荆恩城市群", "襄阳都市圈 宜荆荆都市圈 宜荆荆恩城市群"),
    ("支持武汉城市圈升级为武汉都市圈", "武汉城市圈 武汉都市圈"),
    ("中原经济区、中原城市群和洛阳都市圈", "中原经济区 中原城市群 洛阳都市圈"),
    ("北部湾城市群与北部湾经济区", "北部湾城市群 北部湾经济区"),
    ("渝东南武陵山区城镇群、渝东北三峡库区城镇群", "渝东南武陵山区城镇群 渝东北三峡库区城镇群"),
    ("推进珠江-西江经济带、珠江—西江经济带建设", "珠江—西江经济带 珠江—西江经济带"),
    ("关中、陕北、陕南协调发展，治理关中平原，做强关中平原城市群", "关中 陕北 陕南 关中平原 关中平原城市群"),
    ("汾渭平原联防联控，京津冀及周边", "汾渭平原 京津冀"),
    ("在成渝地区布局枢纽，建设成渝地区双城经济圈", "成渝地区 成渝地区双城经济圈"),
    ("支持东北三省一区、辽西北", "东北三省一区 辽西北"),
    ("在横琴粤澳深度合作区、横琴试点", "珠海市 珠海市"),
    ("武陵山片区、秦巴山区和罗霄山片区", "武陵山片区 秦巴山区 罗霄山片区"),
    # a group that the registry does not have is not its first city
    ("壮大盐城都市圈、晋城城市群，建设保定经济圈", ""),
    ("成都和青岛经济圈层", "成都市 青岛市"),
    # other words
    ("支持相关中小企业，各机关中层干部，海关中心，公关中介", ""),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_groups_of_cities_keep_their_names(text: str, expected: str) -> None:
    assert " ".join(item.name for _, _, places in places_in(text) for item in places) == expected


def test_tongzhou_bay_is_in_nantong() -> None:
    found = places_in("建设南通通州湾新出海口，在通州区试点", province="320000")
    assert [item.name for _, _, places in found for item in places] == ["南通市", "南通市", "通州区"]
