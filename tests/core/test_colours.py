"""Colours of words against the grounds that they stand on, as tokens.css names them."""

import re

import pytest

from tests.conftest import ROOT

TEXT = (ROOT / "theme" / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
LOOKS = {
    look: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part))
    for look, part in zip(("light", "dark"), TEXT.split("@media"), strict=True)
}
GROUNDS = ("paper", "sheet", "wash", "mark")
LEAST = 4.5  # WCAG AA for words


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_a_visited_link_can_be_read_on_every_ground(look, ground):
    assert contrast(LOOKS[look]["visited"], LOOKS[look][ground]) >= LEAST


@pytest.mark.parametrize("look", LOOKS)
def test_a_visited_link_has_another_hue(look):
    """Not only darker: the red of a link is far more red than blue, that of a visited one is not."""
    red, blue = ([int(LOOKS[look][name][at : at + 2], 16) for name in ("seal", "visited")] for at in (1, 5))
    assert red[0] - blue[0] > 60
    assert red[1] - blue[1] < 0
