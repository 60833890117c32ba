"""Debian's Chromium without a screen, driven over its DevTools protocol; nothing is downloaded for it."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

WAIT = 120.0
"""Seconds that something may take to show on a busy machine."""
_FLAGS = [
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-proxy-server",
]


def executable() -> str | None:
    """Return Chromium's path, None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Page:
    """One tab: what it shows, and what it asked for, said and complained about since it was opened.

    ``refused`` are the requests that the page's own policy (CSP) kept from leaving the browser.
    """

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._ids = itertools.count(1)
        self._session: str | None = None
        self.requests: list[str] = []
        self.refused: list[str] = []
        self._asked: dict[str, str] = {}
        self.complaints: list[str] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._call(f"{domain}.enable")

    def open(self, address: str) -> None:
        """Go to an address, and wait until the page says that it is complete."""
        self._call("Page.navigate", url=address)
        self.wait(f"document.readyState === 'complete' && location.href.startsWith({json.dumps(address[:20])})")

    def run(self, script: str) -> Any:
        """Return what an expression comes to in the page."""
        done = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in done:
            raise AssertionError(done["exceptionDetails"]["exception"].get("description", script))
        return done["result"].get("value")

    def wait(self, script: str) -> Any:
        """Return what an expression comes to, as soon as that is true of anything."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            with contextlib.suppress(AssertionError):  # a page on its way to the next one
                if value := self.run(f"((value) => value instanceof Node || value)({script})"):
                    return value
            time.sleep(0.05)
        raise AssertionError(f"never true: {script}\n{self.complaints}\n{self.run('document.body.innerText')[:2000]}")

    def text(self, selector: str = "body") -> str:
        """Return the text on the screen."""
        return str(self.run(f"document.querySelector({json.dumps(selector)}).innerText"))

    def type(self, selector: str, text: str) -> None:
        """Put text where it would be typed, in an element that is given the focus."""
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        self._call("Input.insertText", text=text)

    def drop(self, selector: str, file: Path) -> None:
        """Drop a file on an element."""
        content = base64.b64encode(file.read_bytes()).decode()
        self.run(f"""(() => {{
          const dropped = new DataTransfer();
          const bytes = Uint8Array.from(atob("{content}"), (one) => one.charCodeAt(0));
          dropped.items.add(new File([bytes], {json.dumps(file.name)}));
          const event = new DragEvent("drop", {{ bubbles: true, cancelable: true, dataTransfer: dropped }});
          document.querySelector({json.dumps(selector)}).dispatchEvent(event);
        }})()""")

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        for kind in ("keyDown", "keyUp"):
            code = {"Enter": 13, "Tab": 9, "Space": 32}[key]
            text = {"Enter": "\r"}.get(key, "")
            self._call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, text=text)

    @contextlib.contextmanager
    def beforehand(self, script: str) -> Iterator[None]:
        """Run a script in every page before its own."""
        added = self._call("Page.addScriptToEvaluateOnNewDocument", source=script)
        yield
        self._call("Page.removeScriptToEvaluateOnNewDocument", identifier=added["identifier"])

    def look(self, *, dark: bool = False, width: int = 1280, height: int = 900) -> None:
        """Set the window's size and whether the person prefers dark pages."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._call("Emulation.setEmulatedMedia", features=[scheme])
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def picture(self, file: Path) -> None:
        """Write what is on the screen as a PNG."""
        file.write_bytes(base64.b64decode(self._call("Page.captureScreenshot", format="png")["data"]))

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._ids)
        message = {"id": number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.recv(timeout=WAIT))
            if answer.get("id") == number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']['message']}")
                return dict(answer["result"])
            self._event(answer)

    def _event(self, event: dict[str, Any]) -> None:
        kind, said = event.get("method"), event.get("params", {})
        if kind == "Network.requestWillBeSent":
            self.requests.append(said["request"]["url"])
            self._asked[said["requestId"]] = said["request"]["url"]
        elif kind == "Network.loadingFailed" and said.get("blockedReason") == "csp":
            self.refused.append(self._asked[said["requestId"]])
        elif kind == "Runtime.consoleAPICalled" and said["type"] in {"error", "warning", "assert"}:
            self.complaints.append(" ".join(str(one.get("value", one.get("description"))) for one in said["args"]))
        elif kind == "Runtime.exceptionThrown":
            details = said["exceptionDetails"]
            self.complaints.append(details.get("exception", {}).get("description", details["text"]))
        elif kind == "Log.entryAdded" and said["entry"]["level"] in {"error", "warning"}:
            self.complaints.append(f"{said['entry']['text']} {said['entry'].get('url', '')}")


@contextlib.contextmanager
def browser(folder: Path) -> Iterator[ClientConnection]:
    """Run Chromium with its profile in a folder; Page(connection) is a tab of it."""
    program = executable()
    assert program, "there is no Chromium"
    flags = [*_FLAGS, f"--user-data-dir={folder}", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with subprocess.Popen(
        [program, *flags, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr is not None
        try:
            for line in running.stderr:
                if line.startswith("DevTools listening on "):
                    with connect(line.split()[-1], max_size=None, proxy=None) as socket:
                        yield socket
                    break
        finally:
            running.terminate()
