from __future__ import annotations

import socket
from pathlib import Path

import pytest

from graph import ports
from loaders.errors import MailuoError


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_free_fixed_port_is_taken_and_the_last_one_is_preferred(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bolt, http = free_port(), free_port()
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "neo4j.conf").write_text(
        f"server.http.enabled=false\nserver.http.listen_address=127.0.0.1:{http}\n"
        f"server.bolt.listen_address=127.0.0.1:{bolt}\n"
    )
    assert (ports.bolt(tmp_path), ports.http(tmp_path)) == (bolt, http)
    fixed = free_port()
    monkeypatch.setenv("MAILUO_BOLT_PORT", str(fixed))
    assert ports.bolt(tmp_path) == fixed


def test_a_last_port_that_is_taken_is_left_for_another_one(tmp_path: Path) -> None:
    (tmp_path / "conf").mkdir()
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        last = holder.getsockname()[1]
        (tmp_path / "conf" / "neo4j.conf").write_text(f"server.http.listen_address=127.0.0.1:{last}\n")
        assert ports.http(tmp_path) in set(range(7497, 7697)) - {last}


@pytest.mark.parametrize(("choose", "span"), [(ports.bolt, "7697 to 7896"), (ports.http, "7497 to 7696")])
def test_no_free_port_is_one_sentence(
    choose: object, span: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ports, "_free", lambda _: False)
    assert callable(choose)
    with pytest.raises(MailuoError, match=f"No port from {span}"):
        choose(tmp_path)
