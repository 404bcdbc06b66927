"""A desktop's settings as far as the colour scheme goes: prints "ready", then obeys each line.

Run by the system's Python, on a message bus of its own: 1 on standard input is dark, 2 is light.
"""

import sys
from typing import Any

from gi.repository import Gio, GLib

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SETTINGS, APPEARANCE, SCHEME = (
    "org.freedesktop.portal.Settings",
    "org.freedesktop.appearance",
    "color-scheme",
)
INTERFACE = f"""<node><interface name='{SETTINGS}'>
<method name='ReadAll'>
  <arg direction='in' type='as'/><arg direction='out' type='a{{sa{{sv}}}}'/>
</method>
<signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>
</interface></node>"""


def main() -> None:
    """Answer until standard input ends."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    loop = GLib.MainLoop()

    def answer(*call: Any) -> None:
        light = {APPEARANCE: {SCHEME: GLib.Variant("u", 2)}}
        call[-1].return_value(GLib.Variant("(a{sa{sv}})", (light,)))

    def obey(*_event: Any) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        change = (APPEARANCE, SCHEME, GLib.Variant("u", int(line)))
        changed = GLib.Variant("(ssv)", change)
        bus.emit_signal(None, PATH, SETTINGS, "SettingChanged", changed)
        return True

    interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
    bus.register_object(PATH, interface, answer, None, None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, obey)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    loop.run()


if __name__ == "__main__":
    main()
