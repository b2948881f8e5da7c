import pytest

from pipeline.models.ids import Doi, Sha256


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("https://doi.org/10.3389/FMED.2021.756940", "10.3389/fmed.2021.756940"),
        ("doi: 10.3389/fmed.2021.756940.", "10.3389/fmed.2021.756940"),
        ("http://dx.doi.org/10.1016/S0140-6736(97)11096-0", "10.1016/s0140-6736(97)11096-0"),
        ("(10.1000/abc)", None),
        ("10.1000/abc)", "10.1000/abc"),
        ("10.1206/0003-0090(2003)277<0001:TSSAAA>2.0.CO;2", "10.1206/0003-0090(2003)277<0001:tssaaa>2.0.co;2"),
        ("10.1000%2Fabc", "10.1000/abc"),
        ("not a doi", None),
        ("", None),
    ],
)
def test_dois_are_read_as_people_write_them(written: str, doi: str | None) -> None:
    if doi is None:
        with pytest.raises(ValueError, match="is not a Doi"):
            Doi.parse(written)
    else:
        assert Doi.parse(written) == doi


def test_a_hash_that_is_none_does_not_exist() -> None:
    with pytest.raises(ValueError, match="is not a Sha256"):
        Sha256("abc")
