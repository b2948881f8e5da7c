import time

from pipeline.parse.characters import Cleaner


def test_ligatures_soft_hyphens_and_odd_spaces_are_mended():
    assert Cleaner().clean("e\ufb03cacy re\u00adhab\u00a012\u2009mg") == "efficacy rehab 12 mg"


def test_numbers_and_minus_signs_stay_as_printed():
    assert Cleaner().clean("−3.5 × 10⁶ ½") == "−3.5 × 10⁶ ½"


def test_invisible_characters_are_dropped_and_counted():
    cleaner = Cleaner()
    assert cleaner.clean("a\u202eb\x1b\u200b" * 20) == "ab" * 20
    assert [w.kind for w in cleaner.warnings()] == ["invisible_characters"]


def test_private_glyphs_stand_as_replacement_and_are_reported():
    cleaner = Cleaner()
    assert cleaner.clean("p \uf03c 0.05") == "p \ufffd 0.05"
    assert [w.kind for w in cleaner.warnings()] == ["unmapped_glyphs"]


def test_letters_of_mathematical_italics_are_letters():
    assert Cleaner().clean("𝑝 = 𝟎.𝟎𝟓") == "p = 0.05"


def test_a_million_combining_marks_take_no_time():
    start = time.process_time()
    Cleaner().clean("a" + "\u0301\u0316" * 300_000)
    assert time.process_time() - start < 5
