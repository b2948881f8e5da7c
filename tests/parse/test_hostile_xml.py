import time

import pytest

from pipeline.errors import ParseError
from tests.growth import grows_within
from tests.parse.jats_sample import jats, paragraphs, read


def kind_of(data: bytes) -> str:
    with pytest.raises(ParseError) as caught:
        read(data)
    assert caught.value.remedy
    assert "sample.xml" in caught.value.message
    return caught.value.kind


def test_an_xml_bomb_is_refused():
    lols = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    bomb = jats("<p>&l9;</p>", prolog=f'<!DOCTYPE article [<!ENTITY l0 "lol">{lols}]>')
    assert kind_of(bomb) == "bad_xml"


def test_a_bomb_in_an_attribute_is_refused_in_bounded_time():
    lols = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    start = time.process_time()
    assert kind_of(jats('<p id="&l9;">x</p>', prolog=f'<!DOCTYPE article [<!ENTITY l0 "lol">{lols}]>')) == "bad_xml"
    assert time.process_time() - start < 5


def test_an_external_entity_is_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    data = jats("<p>&leak;</p>", prolog=f'<!DOCTYPE article [<!ENTITY leak SYSTEM "{secret.as_uri()}">]>')
    assert kind_of(data) == "bad_xml"


def test_a_dtd_beside_the_file_is_not_loaded(tmp_path, monkeypatch):
    (tmp_path / "local.dtd").write_text('<!ENTITY leak "LEAKED">')
    monkeypatch.chdir(tmp_path)
    assert paragraphs(read(jats("<p>before &leak; after</p>", prolog='<!DOCTYPE article SYSTEM "local.dtd">'))) == [
        "before after"
    ]


def test_named_characters_of_a_dtd_that_is_not_loaded_are_still_understood():
    data = jats("<p>5&nbsp;&plusmn;&nbsp;1</p>", prolog='<!DOCTYPE article SYSTEM "JATS-archivearticle1.dtd">')
    assert paragraphs(read(data)) == ["5 ± 1"]


def test_two_hundred_megabytes_of_xml_are_refused_at_once():
    start = time.process_time()
    assert kind_of(b"<article>" + b"<p>x</p>" * 25_000_000) == "too_large"
    assert time.process_time() - start < 3


def test_bottomless_nesting_is_refused():
    assert kind_of(jats("<sec>" * 20_000 + "</sec>" * 20_000)) == "bad_xml"


def test_nesting_that_xml_allows_is_read():
    assert paragraphs(read(jats("<sec>" * 240 + "<p>deep</p>" + "</sec>" * 240))) == ["deep"]


def test_xml_without_an_article_is_named():
    assert kind_of(b"<?xml version='1.0'?><feed><entry/></feed>") == "not_a_paper"


def test_cut_off_xml_is_named():
    assert kind_of(jats()[:-40]) == "bad_xml"


def test_front_matter_alone_is_no_text():
    assert kind_of(jats(body="")) == "empty"


@pytest.mark.parametrize("text", ["[" * 300_000, "9" * 300_000, "(" * 300_000, "a" * 300_000, "1," * 150_000])
def test_one_endless_word_takes_no_time(text):
    start = time.process_time()
    read(
        jats(
            f"<sec><title>{text}</title><p>{text}</p></sec>",
            front=f"<title-group><article-title>{text}</article-title></title-group>",
        )
    )
    assert time.process_time() - start < 3


def test_ten_thousand_sections_take_no_longer_each_than_a_few_thousand():
    assert grows_within(10, _seconds_for, 2_500, 10_000)  # four times as many; the square is 16


def _seconds_for(sections: int) -> float:
    data = jats("".join(f"<sec><title>Part {n}</title><p>We asked twelve people.</p></sec>" for n in range(sections)))
    start = time.process_time()
    assert len(read(data).sections) >= sections
    return time.process_time() - start
