import pytest

from pipeline.parse.licences import licence_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("under https://creativecommons.org/licenses/by-nc-nd/4.0/ you may", "CC BY-NC-ND 4.0"),
        ("distributed under the Creative Commons Attribution License, which permits", "CC BY"),
        ("Creative Commons Attribution-NonCommercial-NoDerivs 3.0", "CC BY-NC-ND 3.0"),
        ("the terms of the Creative Commons Attribution License 4.0", "CC BY 4.0"),
        ("This is open access (CC BY-SA 3.0).", "CC BY-SA 3.0"),
        ("http://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
    ],
)
def test_a_creative_commons_licence_is_named(text, name):
    licence = licence_in(text)
    assert licence
    assert licence.name == name


def test_other_words_are_no_licence():
    assert licence_in("All rights reserved. Creative work is common.") is None
