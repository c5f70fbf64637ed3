"""The parts of this desk's settings, one file each; `desk.settings_page` shows one at a time."""
