"""TEI as GROBID 0.8 writes it, written for these tests, with a hole for each part that a test wants to change."""

DEFAULT_BODY = """
<div xmlns="http://www.tei-c.org/ns/1.0"><head n="1" coords="1,50.0,300.0,80.0,9.0">Introduction</head>
<p coords="1,50.0,320.0,400.0,9.0;2,50.0,60.0,400.0,9.0">Injury is rare <ref type="bibr" target="#b0">[1,</ref>
<ref type="bibr" target="#b1">2]</ref>, as Table <ref type="table" target="#tab_0">1</ref> shows.</p></div>
<div xmlns="http://www.tei-c.org/ns/1.0"><head n="2">Methods</head></div>
<div xmlns="http://www.tei-c.org/ns/1.0"><head n="2.1">Who took part</head>
<p coords="2,50.0,320.0,400.0,9.0"><s coords="2,50.0,320.0,400.0,9.0">We asked 12 people.</s> <s>Nine stood.</s></p>
<formula xml:id="formula_0" coords="2,60.0,400.0,90.0,9.0">d = (a - b) / s<label>(1)</label></formula></div>
<div xmlns="http://www.tei-c.org/ns/1.0"><head>Conclusions</head><p coords="3,50.0,90.0,4.0,9.0">They stood.</p></div>
<figure xmlns="http://www.tei-c.org/ns/1.0" xml:id="fig_0" coords="3,60.0,300.0,200.0,100.0"><head>Fig. 1 .</head>
<label>1</label><figDesc>Fig. 1. The way of the people through the study.</figDesc><graphic/></figure>
<figure xmlns="http://www.tei-c.org/ns/1.0" type="table" xml:id="tab_0" coords="3,60.0,500.0,200.0,100.0">
<head>Table 1 .</head><label>1</label><figDesc>Who took part.</figDesc><table>
<row role="label"><cell>Group</cell><cell cols="2">People</cell></row>
<row><cell>standing</cell><cell>6</cell><cell>7</cell></row>
<row><cell>stretching</cell><cell>6</cell><cell>5</cell></row></table><note>Counted in spring.</note></figure>
<note place="foot" n="1" xml:id="foot_0" coords="3,50.0,700.0,4.0,9.0">Both authors wrote.</note>
"""

DEFAULT_BACK = """
<div type="acknowledgement"><div><head>Acknowledgements</head><p>We thank the people.</p></div></div>
<div type="funding"><div><p>The Standing Fund paid.</p></div></div>
<div type="annex"><div><head>Conflict of interest</head><p>None.</p></div></div>
<div type="references"><listBibl><biblStruct xml:id="b0"><analytic><title>Of rare injuries</title></analytic>
<idno type="DOI">10.5555/other</idno></biblStruct></listBibl></div>
"""

HEADER = """
<fileDesc><titleStmt><title level="a" type="main">Standing after injury: a trial</title></titleStmt>
<publicationStmt><publisher/><availability status="unknown"><p>© 2024 The Authors. CC BY 4.0</p><licence/>
</availability>
<date type="published" when="2024-3-9">9 March 2024</date></publicationStmt>
<sourceDesc><biblStruct><analytic>
<author role="corresp"><persName><forename type="first">Jane</forename><forename type="middle">Q</forename>
<surname>Doe</surname></persName><email>jane@example.org</email></author>
<author><affiliation key="aff0"><orgName type="institution">Somewhere</orgName></affiliation></author>
<author><persName><surname>Roe</surname><genName>Jr</genName></persName></author>
<title level="a" type="main">Standing after injury: a trial</title></analytic>
<monogr><title level="j" type="abbrev">J Stand</title><title level="j" type="main">Journal of Standing</title>
<imprint><date type="published" when="2024-03-09"/></imprint></monogr>
<idno type="MD5">0C64B75080B6218272C487852A58E1C0</idno><idno type="DOI">10.5555/Standing.1</idno>
</biblStruct></sourceDesc></fileDesc>
<encodingDesc><appInfo><application version="0.8.2" ident="GROBID" when="2026-01-01T00:00+0000"/>
</appInfo></encodingDesc>
"""

DEFAULT_ABSTRACT = """
<div xmlns="http://www.tei-c.org/ns/1.0"><head>Background</head><p>People want to stand.</p></div>
<div xmlns="http://www.tei-c.org/ns/1.0"><p>Nine of 12 stood.</p></div>
"""


def tei(
    body: str = DEFAULT_BODY,
    *,
    header: str = HEADER,
    abstract: str = DEFAULT_ABSTRACT,
    back: str = DEFAULT_BACK,
    prolog: str = "",
) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{prolog}<TEI xml:space="preserve" '
        'xmlns="http://www.tei-c.org/ns/1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<teiHeader xml:lang="en">{header}<profileDesc><textClass><keywords><term>standing</term>'
        f"<term>injury</term></keywords></textClass><abstract>{abstract}</abstract></profileDesc></teiHeader>"
        f'<text xml:lang="en"><body>{body}</body><back>{back}</back></text></TEI>'
    ).encode()
