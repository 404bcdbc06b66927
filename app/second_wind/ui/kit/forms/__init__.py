"""Frames of forms, dialogs and sheets."""
