import pytest

from pipeline.models.paper import ArticleType, Basis, Paper, SectionKind
from tests.parse.jats_sample import DEFAULT_FRONT, jats, paragraphs, read


def test_an_article_gives_its_sections_with_kinds_and_offsets_that_hold():
    paper = read(jats("<sec><title>1. Methods</title><p>We asked <bold>12</bold> people.</p></sec>"))
    (section,) = paper.sections
    assert (section.heading, section.kind, section.level) == ("1. Methods", SectionKind.METHODS, 1)
    (paragraph,) = section.paragraphs
    assert paper.text[paragraph.start : paragraph.end] == "We asked 12 people."


def test_a_subsection_keeps_its_parents_kind_unless_its_heading_names_a_statement():
    body = (
        "<sec><title>Discussion</title><p>One.</p>"
        "<sec><title>Other trials</title><p>Two.</p></sec><sec><title>Study limitations</title><p>Three.</p>"
        "</sec></sec>"
    )
    kinds = [(s.heading, s.kind, s.level) for s in read(jats(body)).sections]
    assert kinds == [
        ("Discussion", SectionKind.DISCUSSION, 1),
        ("Other trials", SectionKind.DISCUSSION, 2),
        ("Study limitations", SectionKind.LIMITATIONS, 2),
    ]


def test_a_section_type_speaks_where_the_heading_does_not():
    paper = read(jats('<sec sec-type="materials|methods"><title>What we did</title><p>We asked.</p></sec>'))
    assert paper.sections[0].kind is SectionKind.METHODS


def test_everything_in_an_abstract_is_abstract():
    front = f"{DEFAULT_FRONT}<abstract><sec><title>Results</title><p>Nine stood.</p></sec></abstract>"
    paper = read(jats(front=front))
    assert [s.kind for s in paper.sections[:2]] == [SectionKind.ABSTRACT, SectionKind.ABSTRACT]


def test_a_summary_at_the_end_of_the_text_is_a_conclusion_with_all_its_parts():
    body = (
        "<sec><title>Methods</title><p>We asked.</p></sec>"
        "<sec><title>Summary</title><p>They stood.</p><sec><title>Outlook</title><p>More.</p></sec></sec>"
    )
    assert [s.kind for s in read(jats(body)).sections[1:]] == [SectionKind.CONCLUSION] * 2


def test_digests_and_author_summaries_are_lay_summaries():
    front = (
        '<abstract abstract-type="executive-summary"><title>eLife digest</title><p>For everyone.</p></abstract>'
        "<abstract><p>For experts.</p></abstract>"
        '<abstract abstract-type="plain-language-summary"><title>In short</title><p>Plain.</p></abstract>'
    )
    kinds = {s.heading: s.kind for s in read(jats(front=front)).sections}
    assert kinds["Abstract"] is SectionKind.ABSTRACT
    assert kinds["eLife digest"] is SectionKind.LAY_SUMMARY
    assert kinds["In short"] is SectionKind.LAY_SUMMARY


@pytest.mark.parametrize("printed", ["executive-summary", "summary"])
def test_a_summary_without_an_abstract_beside_it_is_the_abstract(printed: str):
    parts = (
        "<sec><title>Methods</title><p>Ten people rinsed.</p></sec><sec><title>Results</title><p>It helped.</p></sec>"
    )
    summary = f'<abstract abstract-type="{printed}">{parts}</abstract>'
    alone = read(jats(front=f"{DEFAULT_FRONT}{summary}"))
    beside = read(jats(front=f"{DEFAULT_FRONT}{summary}<abstract><p>Ten rinsed.</p></abstract>"))
    assert [s.kind for s in alone.sections[:3]] == [SectionKind.ABSTRACT] * 3
    assert [s.kind for s in beside.sections[:3]] == [SectionKind.ABSTRACT, *[SectionKind.LAY_SUMMARY] * 2]


@pytest.mark.parametrize(
    ("printed", "title"), [("executive-summary", "eLife digest"), ("plain-language-summary", "In short")]
)
def test_a_lay_summary_alone_stays_one(printed: str, title: str):
    summary = f'<abstract abstract-type="{printed}"><title>{title}</title><p>For everyone.</p></abstract>'
    assert read(jats(front=f"{DEFAULT_FRONT}{summary}")).sections[0].kind is SectionKind.LAY_SUMMARY


def test_references_and_peer_review_are_no_body_text():
    back = "<ref-list><title>References</title><ref><mixed-citation>Doe 2001</mixed-citation></ref></ref-list>"
    rest = "<sub-article><body><p>Reviewer two objects.</p></body></sub-article>"
    paper = read(jats(back=back, rest=rest))
    assert "Doe" not in paper.text
    assert "Reviewer" not in paper.text
    assert [w.kind for w in paper.warnings] == ["sub_articles_left_out"]


def test_citation_markers_are_marked_and_never_run_into_a_number():
    body = (
        "<p>Injury is rare in 2010<sup><xref ref-type='bibr' rid='r1'>1</xref>,<xref ref-type='bibr'"
        " rid='r2'>2</xref></sup>"
        " and common [<xref ref-type='bibr' rid='r3'>3</xref>-<xref ref-type='bibr' rid='r4'>4</xref>].</p>"
    )
    (paragraph,) = read(jats(body)).sections[0].paragraphs
    assert paragraph.text == "Injury is rare in 2010 1,2 and common [3-4]."
    marked = [paragraph.text[c.start - paragraph.start : c.end - paragraph.start] for c in paragraph.citations]
    assert [m.strip() for m in marked] == ["1,2", "[3-4]"]


def test_a_name_that_is_part_of_the_sentence_is_no_marker():
    body = (
        "<p><xref ref-type='bibr' rid='r'>Doe et al. (2004)</xref> saw it (<xref ref-type='bibr'"
        " rid='r'>Roe, 2001</xref>).</p>"
    )
    (paragraph,) = read(jats(body)).sections[0].paragraphs
    marked = [paragraph.text[c.start - paragraph.start : c.end - paragraph.start] for c in paragraph.citations]
    assert marked == ["(2004)", "(Roe, 2001)"]


def test_exponents_stay_exponents():
    assert paragraphs(read(jats("<p>10<sup>-6</sup> m<sup>2</sup> on the 1<sup>st</sup> day</p>"))) == [
        "10⁻⁶ m² on the 1st day"
    ]


def test_a_list_inside_a_paragraph_parts_it():
    body = (
        "<p>Two aims:<list><list-item><label>a)</label><p>stand</p></list-item><list-item><p>walk</p>"
        "</list-item></list>then rest.</p>"
    )
    assert paragraphs(read(jats(body))) == ["Two aims:", "a) stand", "walk", "then rest."]


def test_a_figure_leaves_its_caption_after_the_paragraph_that_holds_it():
    body = (
        "<p>See here<fig><label>Figure 1</label><caption><title>Flow.</title><p>All 12.</p></caption></fig>"
        " for more.</p>"
    )
    assert paragraphs(read(jats(body))) == ["See here for more.", "Figure 1 Flow. All 12."]


def test_spans_of_a_table_are_resolved():
    body = (
        "<table-wrap><label>Table 1</label><caption><p>Who took part</p></caption><table>"
        "<thead><tr><th rowspan='2'>Group</th><th colspan='2'>Age</th></tr><tr><th>mean</th><th>SD</th></tr></thead>"
        "<tbody><tr><td colspan='3'>Men</td></tr><tr><td>A</td><td>41</td><td>9</td></tr></tbody></table>"
        "<table-wrap-foot><fn><p>SD: spread</p></fn></table-wrap-foot></table-wrap>"
    )
    (table,) = read(jats(body)).tables
    assert table.header == (("Group", "Age", "Age"), ("Group", "mean", "SD"))
    assert table.rows == (("Men", "", ""), ("A", "41", "9"))
    assert (table.label, table.caption, table.footnotes) == ("Table 1", "Who took part", ("SD: spread",))


def test_a_span_of_a_billion_columns_is_cut():
    body = (
        "<table-wrap><table><tr><td colspan='1000000000' rowspan='99999999'>x</td></tr><tr><td>y</td></tr>"
        "</table></table-wrap>"
    )
    (table,) = read(jats(body)).tables
    assert len(table.rows[0]) <= 201


def test_a_table_that_is_a_picture_is_reported():
    paper = read(jats("<p>x y z</p><table-wrap><label>Table 1</label><graphic/></table-wrap>"))
    assert "tables_as_pictures" in [w.kind for w in paper.warnings]
    assert paper.quality < 1


def test_formulas_become_text_once():
    body = (
        "<p>Power <inline-formula><alternatives><tex-math>\\frac{a}{b}</tex-math><mml:math><mml:mfrac>"
        "<mml:mi>a</mml:mi>"
        "<mml:mi>b</mml:mi></mml:mfrac><mml:mo>=</mml:mo><mml:msup><mml:mn>10</mml:mn><mml:mn>3</mml:mn></mml:msup>"
        "</mml:math></alternatives></inline-formula> watts</p>"
    )
    assert paragraphs(read(jats(body))) == ["Power a/b = 10³ watts"]


def test_the_front_matter_is_read_whole():
    front = (
        '<article-id pub-id-type="pmid">123</article-id><article-id pub-id-type="pmc">456</article-id>'
        '<article-id pub-id-type="doi">10.1/NOT</article-id><article-id pub-id-type="doi">10.1000/ABC.1</article-id>'
        "<article-categories><subj-group><subject>Study Protocol</subject></subj-group></article-categories>"
        "<title-group><article-title>Standing</article-title></title-group>"
        '<contrib-group><contrib contrib-type="author"><name><surname>Doe</surname><given-names>J A'
        "</given-names></name></contrib>"
        '<contrib contrib-type="author"><collab>The Standing Group</collab></contrib>'
        '<contrib contrib-type="editor"><name><surname>No</surname></name></contrib></contrib-group>'
        '<pub-date pub-type="epub"><day>4</day><month>Mar</month><year>2021</year></pub-date>'
        '<history><date date-type="received"><year>2020</year></date></history>'
        '<permissions><license xlink:href="https://creativecommons.org/licenses/by-nc/4.0/"><license-p>x</license-p></license></permissions>'
        '<related-article related-article-type="corrected-article" ext-link-type="doi" xlink:href="10.1000/old"/>'
    )
    meta = read(jats(front=front)).metadata
    assert (meta.pmid, meta.pmcid, meta.language) == ("123", "PMC456", "en")
    assert [a.name for a in meta.authors] == ["J A Doe", "The Standing Group"]
    assert [(d.kind, d.date) for d in meta.dates] == [("epub", "2021-03-04"), ("received", "2020")]
    assert meta.article_type is ArticleType.PROTOCOL
    assert meta.licence
    assert (meta.licence.name, meta.licence.url) == ("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/")
    assert [(r.relation, r.id) for r in meta.related] == [("corrected-article", "10.1000/old")]


ORGANISMS = (
    '<kwd-group kwd-group-type="author-keywords"><kwd>sleep</kwd></kwd-group>'
    '<kwd-group kwd-group-type="research-organism"><title>Research organism</title>'
    "<kwd><italic>D. melanogaster</italic></kwd><kwd>Human</kwd></kwd-group>"
)
CATEGORIES = (
    '<article-categories><subj-group subj-group-type="display-channel"><subject>Short Report</subject></subj-group>'
    '<subj-group subj-group-type="heading"><subject>Neuroscience</subject></subj-group>'
    '<subj-group subj-group-type="Discipline-v2"><subject>Biology</subject><subj-group><subject>Model organisms'
    "</subject><subj-group><subject>Mouse</subject></subj-group></subj-group></subj-group>"
    '<subj-group subj-group-type="hwp-journal-coll"><subject>1506</subject></subj-group></article-categories>'
)


def test_the_organisms_and_subjects_that_a_journal_declares_are_kept():
    meta = read(jats(front=f"{CATEGORIES}{DEFAULT_FRONT}{ORGANISMS}")).metadata
    assert meta.organisms == ("D. melanogaster", "Human")
    assert meta.keywords == ("sleep", "D. melanogaster", "Human")
    assert meta.subjects == ("Neuroscience", "Biology", "Model organisms", "Mouse")
    assert meta.article_type_as_printed == "Short Report"


def test_taxa_among_the_subjects_are_organisms():
    taxa = (
        '<article-categories><subj-group subj-group-type="Discipline"><subject>Neuroscience</subject></subj-group>'
        '<subj-group subj-group-type="System Taxonomy"><subject>Mus (Mouse)</subject></subj-group></article-categories>'
    )
    meta = read(jats(front=f"{taxa}{DEFAULT_FRONT}")).metadata
    assert (meta.organisms, meta.subjects) == (("Mus (Mouse)",), ("Neuroscience",))


def test_a_paper_that_was_stored_before_organisms_were_kept_can_be_read():
    paper = read(jats(front=f"{CATEGORIES}{DEFAULT_FRONT}{ORGANISMS}"))
    stored = paper.model_dump_json(exclude={"metadata": {"organisms", "subjects"}})
    assert Paper.model_validate_json(stored).metadata.organisms == ()


def test_an_article_without_body_rests_on_its_abstract():
    data = jats(front=f"{DEFAULT_FRONT}<abstract><p>All we know.</p></abstract>", body="")
    assert read(data).basis is Basis.ABSTRACT_ONLY


def test_statements_of_the_back_matter_have_their_kinds():
    back = (
        "<ack><title>Acknowledgements</title><p>Thanks.</p></ack>"
        '<fn-group><fn fn-type="conflict"><p>None declared.</p></fn></fn-group>'
        "<sec><title>Data availability</title><p>On request.</p></sec>"
    )
    kinds = [s.kind for s in read(jats(back=back)).sections[1:]]
    assert kinds == [SectionKind.OTHER, SectionKind.CONFLICTS, SectionKind.DATA_AVAILABILITY]
