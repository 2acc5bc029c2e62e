"""Headless Chromium, driven by the DevTools protocol over a pipe: no driver, no library, no open port."""

from __future__ import annotations

import base64
import json
import os
import selectors
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""Path of the browser; None where there is none."""

_WAIT = 60.0
"""Seconds within which an answer has to come."""
_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)


class Page:
    """One page of a browser."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to_browser = to_browser
        self._from_browser = from_browser
        self._selector = selectors.DefaultSelector()
        self._selector.register(from_browser, selectors.EVENT_READ)
        self._received = b""
        self._number = 0
        self._session: str | None = None
        self._runs_scripts = True
        self.events: list[dict[str, Any]] = []
        """What the browser reported of itself."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and wait for its result."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._to_browser, data) :]
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result = answer["result"]
                assert isinstance(result, dict)
                return result
            self.events.append(answer)

    def open(self, address: str) -> None:
        """Go to an address and wait until it has loaded."""
        self.send("Page.navigate", url="about:blank")
        self.settle()
        self.events.clear()
        self.send("Page.navigate", url=address)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._receive())

    def run(self, expression: str) -> Any:
        """The value of an expression in the page, once it is there."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def allow_scripts(self, allowed: bool) -> None:
        """Let the scripts of pages run, or not."""
        self.send("Emulation.setScriptExecutionDisabled", value=not allowed)
        self._runs_scripts = allowed

    def settle(self) -> None:
        """Wait until what was begun is drawn."""
        if not self._runs_scripts:
            time.sleep(0.5)
            return
        frame = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)))"
        for _ in range(4):
            self.run(frame)

    def show(self, width: int, height: int, *, dark: bool = False, media: str = "screen") -> None:
        """Set the size of the window in CSS pixels, the colour scheme and the medium."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.settle()

    def click(self, selector: str) -> None:
        """Press the mouse on the first element that a selector finds."""
        where = self.run(
            f"(() => {{ const box = document.querySelector({json.dumps(selector)}).getClientRects()[0];"
            " return [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 10)]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send(
                "Input.dispatchMouseEvent", type=kind, x=where[0], y=where[1], button="left", clickCount=1
            )
        self.settle()

    def press(self, key: str) -> None:
        """Press a key."""
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, text=key if len(key) == 1 else "")
        self.settle()

    def picture(self, path: Path) -> None:
        """Write what is seen as a PNG file."""
        data = self.send("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(data))

    def complaints(self) -> list[str]:
        """What stands in the console, and what went wrong."""
        return [
            json.dumps(event)
            for event in self.events
            if event.get("method")
            in {
                "Runtime.exceptionThrown",
                "Runtime.consoleAPICalled",
                "Log.entryAdded",
                "Network.loadingFailed",
            }
        ]

    def requests(self) -> list[str]:
        """Every address that was asked for."""
        return [
            event["params"]["request"]["url"]
            for event in self.events
            if event.get("method") == "Network.requestWillBeSent"
        ]

    def _receive(self) -> dict[str, Any]:
        end = time.monotonic() + _WAIT
        while b"\0" not in self._received:
            if not self._selector.select(max(0.0, end - time.monotonic())):
                raise TimeoutError("The browser does not answer.")
            data = os.read(self._from_browser, 1 << 20)
            if not data:
                raise EOFError("The browser has ended.")
            self._received += data
        message, self._received = self._received.split(b"\0", 1)
        value = json.loads(message)
        assert isinstance(value, dict)
        return value


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """A browser with a new profile in a folder; it is ended at the end.

    Args:
        folder: an empty one.
    """
    assert PROGRAM is not None
    read_by_browser, to_browser = os.pipe()
    from_browser, written_by_browser = os.pipe()
    # The browser reads from its third descriptor and writes to its fourth.
    command = f'exec 3<&{read_by_browser} 4>&{written_by_browser}; exec "$0" "$@"'
    process = subprocess.Popen(
        ["/bin/bash", "-c", command, PROGRAM, *_OPTIONS, f"--user-data-dir={folder}"],
        pass_fds=(read_by_browser, written_by_browser),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(read_by_browser)
    os.close(written_by_browser)
    try:
        page = Page(to_browser, from_browser)
        yield page
    finally:
        os.close(to_browser)
        os.close(from_browser)
        process.terminate()
        process.wait(20)
