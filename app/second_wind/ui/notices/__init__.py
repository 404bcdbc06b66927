"""Notices outside the window, the tray, and when to ask."""
