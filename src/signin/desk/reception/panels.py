"""The panels, gathered: none is needed to answer a scan, so they are loaded later, or when one is opened."""

from __future__ import annotations

from signin.desk.reception.camera_panel import CameraPanel
from signin.desk.reception.correct_panel import CorrectPanel
from signin.desk.reception.delegation_panel import DelegationPanel
from signin.desk.reception.help_panel import HelpPanel
from signin.desk.reception.lost_badge_panel import LostBadgePanel
from signin.desk.reception.missing_panel import MissingPanel
from signin.desk.reception.paper_panel import PaperPanel
from signin.desk.reception.session_panel import SessionPanel
from signin.desk.reception.substitute_panel import SubstitutePanel
from signin.desk.reception.walk_in_panel import WalkInPanel

__all__ = [
    "CameraPanel",
    "CorrectPanel",
    "DelegationPanel",
    "HelpPanel",
    "LostBadgePanel",
    "MissingPanel",
    "PaperPanel",
    "SessionPanel",
    "SubstitutePanel",
    "WalkInPanel",
]
