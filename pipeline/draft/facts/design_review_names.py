"""What reviews call themselves, and what gives them away where they do not.

The order matters: a review of trials is first that, then systematic, then a review.
"""

import re
from typing import Final

from pipeline.draft.facts.design_named import named
from pipeline.models.study import StudyDesign

_NOT_A_STEP: Final = r"\b(?<!including a )(?<!based on a )"
"""A review that is a step of something else does not name it."""
_SYSTEMATIC: Final = rf"{_NOT_A_STEP}(?<!furthermore, a )systematic(?:ally)? (?:\w+ ){{0,3}}(?:review|search|overview)"
REVIEWS: Final = (
    named(
        StudyDesign.SYSTEMATIC_REVIEW_RCT,
        r"\bsystematic (?:\w+ ){0,3}review.{0,60}\bof (?:\w+ )?randomi[sz]ed (?:\w+[- ]){0,3}trials\b",
    ),
    named(
        StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        r"\b(?:review|overview|quality|quality assessment|appraisal) of (?:published )?"
        r"(?:reviews|systematic reviews(?: and meta-analyses)?)\b",
    ),
    named(
        StudyDesign.META_ANALYSIS,
        r"\bmeta-?\s?analy(?:sis|tic|zed|sed)\b|\b(?<!with )(?<!of )(?<!from )(?<!by )(?<!published )(?<!recent "
        r")(?<!\d\) )"
        r"meta-?\s?analyses\b",
    ),
    named(
        StudyDesign.SCOPING_REVIEW,
        r"\b(?:scoping|mapping) (?:literature )?review\b|\bscoping (?:study|exercise) of (?:the )?literature\b"
        r"|\barksey\b|\bPRISMA-ScR\b|\b(?:evidence|systematic|literature) maps?\b(?! of the brain)"
        r"|\bevidence mapping\b",
    ),
    named(StudyDesign.SYSTEMATIC_REVIEW_OTHER, _SYSTEMATIC + r"|\b(?:umbrella|rapid|integrative) review\b"),
    named(
        StudyDesign.GUIDELINE_OR_CONSENSUS,
        r"\bthis (?:clinical practice )?guideline\b|\bconsensus (?:statement|conference|guideline|recommendations)\b"
        r"|\b(?<!defined by )(?<!according to )(?<!the )"
        r"delphi (?:study|panel|methods?|process|technique|survey|consensus|procedure"
        r"|rounds?)\b(?! (?:consensus )?(?:criteria|definitions?))",
    ),
    named(
        StudyDesign.NARRATIVE_REVIEW,
        rf"{_NOT_A_STEP}(?<!based on )(?<!based on the )(?<!in the )(?<!and )(?<!and a )(?<!from a )(?<!by a "
        rf")(?<!systematic )"
        r"(?:narrative|literature|critical|brief|mini-?|state-of-the-art|selective|comprehensive) ?review\b"
        r"|\b(?:this|present|our|current) (?:\w+ ){0,2}(?:review|overview)\b|\bwe (?:here |briefly "
        r"|critically )?(?:review"
        r"|reviewed the (?:[\w-]+ )?literature|summari[sz]e (?:the|current|recent|their|its|what|how|advances"
        r"|evidence))\b|\bthis (?:paper|article"
        r"|chapter|manuscript) (?:\w+ )?(?:reviews"
        r"|summari[sz]es|surveys)\b|\bpurpose of (?:this )?review\b|\bthe review (?:covered|comprised|spanned)\b"
        r"|\bis reviewed\b"
        r"|\b(?:is|are|was|were) (?:\w+ly )?(?:reviewed|summari[sz]ed|discussed|described) in this (?:paper|article"
        r"|chapter)\b"
        r"|\bin this (?:paper|article|chapter|essay),? (?:we|i) (?:\w+ )?(?:discuss|review|summari[sz]e|outline"
        r"|survey)\b",
    ),
)
_SEARCH: Final = (
    r"\b(?:literature search(?:es)?|searched [^.;]{0,160}\b(?:pubmed|medline|embase|cochrane|cinahl)"
    r"|searched (?:the )?(?:pubmed|medline|embase|cochrane|cinahl|scopus|web of science"
    r"|psycinfo|\w+ (?:electronic |bibliographic )?databases|databases))\b"
    r"|\b(?:pubmed|medline|embase|cochrane|cinahl|scopus|databases)\b.{0,80}\b(?:was"
    r"|were) (?:systematically )?searched\b"
    r"|\bsearch(?:es)? (?:of|in|on) (?:the )?(?:\w+ ){0,3}(?:pubmed|medline|embase|cochrane|cinahl|scopus|databases)\b"
    r"|\b(?:looked|sought|searched|search)\b[^.;]{0,80}\b(?:pubmed|medline|embase|cochrane|cinahl|scopus"
    r"|web of science"
    r"|psycinfo|(?:bibliographic|electronic|literature|two|three|four|five|six|seven|eight) (?:\w+ )?databases)\b"
    r"|\b(?:identified|retrieved|located|found|obtained|collected)\b[^.;]{0,40}\b(?:pubmed|medline|embase"
    r"|cochrane|cinahl"
    r"|scopus|web of science|psycinfo)\b"
    r"|\b(?:pubmed|medline|embase|cochrane|cinahl|scopus)\b[^.;]{0,80}\b(?:were|was) (?:\w+ )?(?:searched|screened"
    r"|queried|consulted)\b"
)
_NUMBERED_STUDIES: Final = (
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?) (?:[\w-]+,? ){0,4}(?:studies|trials"
    r"|rcts|articles|papers)\b"
)
SEARCHED: Final = (
    named(
        StudyDesign.META_ANALYSIS,
        _SEARCH,
        r"\bpooled\b|\bindirect (?:treatment )?comparisons?\b|\b(?:mixed|multiple) treatment comparisons?\b"
        r"|\b(?:random|fixed)[- ]effects?\b|\b(?:combined|summary) (?:difference|effects?|estimates?|odds|risk)\b",
        _NUMBERED_STUDIES,
    ),
    named(StudyDesign.SYSTEMATIC_REVIEW_OTHER, _SEARCH, _NUMBERED_STUDIES),
    named(
        StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        rf"\bwe (?:\w+ )?reviewed {_NUMBERED_STUDIES[2:]}",
        r"\b(?:published|literature|peer-reviewed|reports of)\b",
    ),
)
"""Reviews that do not call themselves systematic: a search, and how many studies it brought."""
TOOK_IN_STUDIES: Final = named(
    StudyDesign.SYSTEMATIC_REVIEW_OTHER,
    rf"\bwe (?:\w+ )?(?:included|identified) {_NUMBERED_STUDIES[2:]}"
    rf"|{_NUMBERED_STUDIES}[^.;]{{0,60}}\b(?:were (?:included|selected)|met (?:the |our )?(?:inclusion"
    rf"|eligibility) criteria)\b",
    r"\breview\b",
)
"""Reviews that call themselves just that, and say how many studies they took in."""
_REPORTED_AS: Final = r"\bPRISMA\b|\bpreferred reporting items for\b|\bMOOSE (?:guidelines?|statement|checklist)\b"
REPORTED_AS_REVIEW: Final = re.compile(_REPORTED_AS, re.IGNORECASE)
CHOSEN: Final = (
    named(
        StudyDesign.META_ANALYSIS,
        _SEARCH,
        _REPORTED_AS,
        r"\bpooled\b|\bindirect (?:treatment )?comparisons?\b|\b(?:mixed|multiple) treatment comparisons?\b"
        r"|\b(?:random|fixed)[- ]effects? model",
    ),
    named(StudyDesign.SYSTEMATIC_REVIEW_OTHER, _SEARCH, _REPORTED_AS),
)
"""Reviews that only their methods give away: a search, told by the rules for reviews."""
_STATE: Final = (
    r"(?:advances|progress|developments?|breakthroughs?|trends|insights?|literature|evidence|(?:state|understanding"
    r"|knowledge|status)(?: of| on)?|approaches|strategies|applications|challenges|perspectives|concepts)"
)
GONE_THROUGH: Final = re.compile(
    r"\b(?:we|i|this (?:article|paper|manuscript|chapter|contribution|perspective)|the authors?) (?:\w+ly |also "
    r"|then |first"
    r" |here |will |aims? to |intends? to )*(?:discuss|highlight|outline|describe|survey|present|focus|summari[sz]e"
    r"|cover|explore|provide|offer|assess|evaluate|address|examine|consider)(?:e?s)? (?:on )?(?:the |our |a |an "
    r"|some |how )?"
    rf"(?:[\w-]+,? ){{0,3}}(?:recent|current|latest|emerging|existing|available"
    rf"|published) (?:[\w-]+,? ){{0,3}}{_STATE}\b"
    r"|\b(?:we|this (?:article|paper|manuscript|chapter|contribution)|the authors?) (?:\w+ly |also |here |will "
    r"|aims? to"
    r" )*(?:provides?|gives?|offers?|presents?|summari[sz]es?) (?:an? |the )?(?:[\w-]+,? ){0,4}(?:overview|review"
    r"|synopsis|primer|update)\b"
    rf"|\b(?:recent|current|latest|emerging|existing) (?:[\w-]+,? ){{0,3}}{_STATE}\b[^.;]{{0,120}}\b(?:is|are"
    rf"|will be) "
    r"(?:also |then |briefly |critically |further )*(?:reviewed|discussed|summari[sz]ed|highlighted|described"
    r"|outlined)\b"
    r"|\b(?:is|are|will be) (?:also |then |briefly |critically |further )*(?:reviewed|summari[sz]ed)\b"
    r"|\bhere(?:in)?,? we (?:\w+ )?(?:discuss|review|summari[sz]e)\b|\bwe (?:have )?review(?:ed)? here\b"
    r"|\b(?:summary|overview|synopsis) (?:is|was) (?:given|provided|presented|offered)\b"
    r"|\b(?:this|the) (?:article|paper|chapter|essay) (?:\w+ )?(?:discusses|reviews|outlines|summari[sz]es)\b"
    r"|\b(?:throughout|in|of) (?:the|this) (?:\w+ )?(?:review|overview)\b"
    r"|\ba (?:\w+ )?review of (?:the )?(?:[\w-]+ ){0,4}literature\b"
    r"|\b(?:article|paper|review|overview|contribution) is based on (?:[\w-]+ ){0,3}"
    r"(?:publications|articles|papers|literature|studies)\b"
    r"|\b(?:aims?|aimed|sought|intend|purpose (?:is|was)|goal (?:is|was)) to (?:\w+ly )?review (?!the"
    r" (?:records|charts|files|cases|outcomes|results)\b)(?:the|current|recent|available|existing|what)\b",
    re.IGNORECASE,
)
"""What a review says that it does, without being called one: safe only where no study of its own is told."""
