"""Notices over the desktop's message bus, in a thread of their own: a desktop may be slow."""

import importlib
import os
import select
import socket
import sys
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from second_wind import assets
from second_wind.paths import APPLICATION_ID
from second_wind.ui.notices.notices import Notice, NoticeBoard

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_ANSWER_S = 10.0
"""How long a desktop may take, which may have to start its notification service first."""
_END_S = 2.0
_LOW, _NORMAL = 0, 1
_DEFAULT_EXPIRY = -1


class BusNotices(NoticeBoard):
    """Shows notices by the service that freedesktop.org specifies; answers are buttons."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Connect to nothing until there is something to show."""
        super().__init__(parent)
        self._thread: _Thread | None = None

    @staticmethod
    def is_possible() -> bool:
        """Tell whether there is a bus to try."""
        return sys.platform == "linux" and bool(_address())

    def show_notice(self, notice: Notice) -> None:
        """Show a notice; begin a thread if none runs."""
        if self._thread is None or not self._thread.ask(notice):
            self._thread = _Thread(self)
            self._thread.ask(notice)
            self._thread.start()

    def withdraw(self, key: str) -> None:
        """Take a notice back, if it is shown."""
        if self._thread is not None:
            self._thread.ask(key)

    def stop(self) -> None:
        """Take back what is shown and end the thread, for which a desktop that hangs has no say."""
        if self._thread is not None:
            self._thread.end()
            self._thread.join(_END_S)
            self._thread = None


class _Thread(threading.Thread):
    """Waits for what the program wants and for what the desktop says, whichever comes first."""

    def __init__(self, board: NoticeBoard) -> None:
        """Tell a board; signals find their way to its own thread."""
        super().__init__(name="notices", daemon=True)
        self._board = board
        self._lock = threading.Lock()
        self._wishes: deque[Notice | str] = deque()
        self._bell, self._rope = socket.socketpair()
        self._ends = False

    def ask(self, wish: Notice | str) -> bool:
        """Let a notice be shown, or the one with a key be taken back; False if it is too late."""
        with self._lock:
            if not self._ends:
                self._wishes.append(wish)
                self._rope.send(b".")
            return not self._ends

    def end(self) -> None:
        """Take back what is shown, and end."""
        with self._lock:
            if not self._ends:
                self._ends = True
                self._rope.send(b".")

    def run(self) -> None:
        """Serve until the end, or until the bus or its service is gone: what is wanted fails."""
        jeepney: Any = importlib.import_module("jeepney")
        blocking: Any = importlib.import_module("jeepney.io.blocking")
        troubles = (OSError, ValueError, RuntimeError, jeepney.DBusErrorResponse)
        try:
            with suppress(*troubles), blocking.open_dbus_connection(_address()) as bus:
                self._serve(_Service(jeepney, bus, self._board), bus.sock)
        finally:
            self._finish()

    def _serve(self, service: "_Service", bus: socket.socket) -> None:
        while not self._ends:
            while self._wishes:
                service.do(self._wishes[0])
                self._wishes.popleft()
            service.hear()
            ready, _, _ = select.select([bus, self._bell], [], [])
            if self._bell in ready:
                self._bell.recv(4096)
        service.withdraw_all()

    def _finish(self) -> None:
        """Take no more wishes, and say which were not fulfilled."""
        with self._lock:
            self._ends = True
            self._bell.close()
            self._rope.close()
        for each in self._wishes:
            if isinstance(each, Notice):
                self._board.failed.emit(each)


class _Service:
    """Speaks with the notification service."""

    def __init__(self, jeepney: Any, bus: Any, board: NoticeBoard) -> None:
        """Listen to what the service says from now on."""
        self._jeepney, self._bus, self._board = jeepney, bus, board
        self._address = jeepney.DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        self._numbers: dict[str, int] = {}
        self._keys: dict[int, str] = {}
        rule = jeepney.MatchRule(type="signal", interface=_NAME, path=_PATH)
        self._call(jeepney.message_bus.AddMatch(rule))
        self._heard: deque[Any] = deque()
        bus.filter(rule, queue=self._heard)
        self._has_buttons = "actions" in self._ask("GetCapabilities")[0]

    def do(self, wish: Notice | str) -> None:
        """Show a notice, or take back the one with a key."""
        if isinstance(wish, Notice):
            takes_place = self._numbers.get(wish.key, 0)
            body = _body(wish, takes_place, has_buttons=self._has_buttons)
            number = self._ask("Notify", "susssasa{sv}i", body)[0]
            self._numbers[wish.key], self._keys[number] = number, wish.key
        elif wish in self._numbers:
            self._ask("CloseNotification", "u", (self._numbers.pop(wish),))

    def withdraw_all(self) -> None:
        """Take back what is shown: nobody would hear an answer any more."""
        for key in list(self._numbers):
            self.do(key)

    def hear(self) -> None:
        """Hand on what the service said by now."""
        with suppress(TimeoutError):
            while True:
                self._bus.recv_messages(timeout=0)
        while self._heard:
            signal = self._heard.popleft()
            self._take(signal.header.fields[self._jeepney.HeaderFields.member], signal.body)

    def _take(self, what: str, body: Sequence[Any]) -> None:
        key = self._keys.get(body[0]) if body else None
        if key is not None and what == "ActionInvoked":
            self._board.answered.emit(key, body[1])
        elif key is not None and what == "NotificationClosed":
            self._numbers.pop(key, None)
            del self._keys[body[0]]  # the desktop may give the number to another program

    def _ask(self, what: str, signature: str = "", body: Sequence[Any] = ()) -> Any:
        method = self._jeepney.new_method_call
        return self._call(method(self._address, what, signature, tuple(body)))

    def _call(self, message: Any) -> Any:
        reply = self._bus.send_and_get_reply(message, timeout=_ANSWER_S)
        return self._jeepney.wrappers.unwrap_msg(reply)


def _body(notice: Notice, takes_place: int, *, has_buttons: bool) -> tuple[Any, ...]:
    """Return the values of the call `Notify`."""
    answers = [each for answer in notice.answers for each in answer] if has_buttons else []
    hints = {
        "desktop-entry": ("s", APPLICATION_ID),
        "urgency": ("y", _LOW if notice.is_brief else _NORMAL),
        "transient": ("b", notice.is_brief),
    }
    icon = str(assets.path("icons", f"{APPLICATION_ID}.svg"))
    name, title, text = "Second Wind", notice.title, notice.text
    return (name, takes_place, icon, title, text, answers, hints, _DEFAULT_EXPIRY)


def _address() -> str:
    """Return where the person's message bus is, empty if there is none."""
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    usual = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere")) / "bus"
    return named or (f"unix:path={usual}" if usual.is_socket() else "")
