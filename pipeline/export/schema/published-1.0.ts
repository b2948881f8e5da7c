// Generated from Layline's JSON Schemas by `layline schema --typescript`. Do not edit.

/** ASIA Impairment Scale (ISNCSCI, 2019 revision): A complete … D motor incomplete, E normal. */
export type AisGrade = "A" | "B" | "C" | "D" | "E";

/** Who approved exactly this content, and when (ISO 8601, UTC). */
export interface Approval {
  readonly approved_by: ReadonlyArray<string>;
  readonly approved_at: string;
  readonly content_hash: string;
}

/** The kind of article, as its publisher names it, folded into what decides how Layline treats it. */
export type ArticleType = "research" | "review" | "protocol" | "case_report" | "commentary" | "correction" | "retraction" | "expression_of_concern" | "other";

/** What a summary can rest on. */
export type Basis = "full_text" | "abstract_only";

/** How sure a body of evidence is, as its authors rated it by GRADE (Guyatt et al., BMJ 2008;336:924). */
export type Certainty = "high" | "moderate" | "low" | "very_low";

/** The paper that the page is about, as the reader will see it cited. */
export interface Citation {
  readonly title: string;
  readonly authors: ReadonlyArray<string>;
  readonly journal: string | null;
  readonly published: string | null;
  readonly doi: string | null;
  readonly pmid: string | null;
  readonly pmcid: string | null;
  readonly article_type: ArticleType;
  readonly licence: Licence | null;
  readonly basis: Basis;
}

/** One statement of a summary, with its evidence or with a typed reason why it has none. */
export interface Claim {
  readonly text: string;
  readonly evidence?: ReadonlyArray<Evidence>;
  readonly unproved?: MissingReason | null;
}

/** What became of an outcome. `better` and `worse` only where the paper itself says so: on many scales less is better. */
export type Direction = "higher" | "lower" | "better" | "worse" | "no_difference" | "unclear";

/** The lists of `summary`, item by item and in the same order, each item as the text that a reader sees. */
export interface Display {
  readonly key_messages: ReadonlyArray<string>;
  readonly simple_explanation: ReadonlyArray<string>;
  readonly key_findings: ReadonlyArray<string>;
  readonly research_summary: ReadonlyArray<string>;
  readonly practical_implications: DisplayImplications;
  readonly limitations: ReadonlyArray<string>;
  readonly what_this_does_not_mean: ReadonlyArray<string>;
  readonly harms: ReadonlyArray<string>;
  readonly participants: ReadonlyArray<string>;
  readonly countries: ReadonlyArray<string>;
  readonly interventions: ReadonlyArray<string>;
  readonly results: ReadonlyArray<string>;
  readonly ais_grades: ReadonlyArray<string>;
  readonly injury_levels: ReadonlyArray<string>;
  readonly registration: ReadonlyArray<string>;
  readonly glossary: ReadonlyArray<string>;
}

/** What the study may mean, by audience. */
export interface DisplayImplications {
  readonly clinical_practice: ReadonlyArray<string>;
  readonly policy: ReadonlyArray<string>;
  readonly future_research: ReadonlyArray<string>;
  readonly people_living_with_sci: ReadonlyArray<string>;
}

/** How this text came about; part of the content, because the reader is told. */
export interface DraftedBy {
  readonly kind: DrafterKind;
  readonly model?: string | null;
  readonly edited_by?: ReadonlyArray<string>;
}

/** Who wrote the first version: a language model, or rules that pick the paper's own sentences. */
export type DrafterKind = "model" | "offline";

/** A quote from the paper and its place: offsets into `Paper.text`, the heading it stands under, its page. */
export interface Evidence {
  readonly quote: string;
  readonly match: Match;
  readonly section?: string | null;
  readonly page?: number | null;
  readonly start?: number | null;
  readonly end?: number | null;
}

/** A level of the rubric (1 strongest … 5 weakest), or None where the rubric has no place for the design. */
export interface EvidenceLevel {
  readonly rubric: string;
  readonly level: number | null;
  readonly because: string;
}

/** A term and what it means in plain words. */
export interface GlossaryEntry {
  readonly term: string;
  readonly plain: string;
}

/** What the study may mean, by audience. */
export interface Implications {
  readonly clinical_practice: ReadonlyArray<Claim>;
  readonly policy: ReadonlyArray<Claim>;
  readonly future_research: ReadonlyArray<Claim>;
  readonly people_living_with_sci: ReadonlyArray<Claim>;
}

/** The same with the hash of the page's file. */
export interface IndexedFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly plain_title: string;
  readonly journal: string | null;
  readonly year: string | null;
  readonly doi: string | null;
  readonly categories: ReadonlyArray<string>;
  readonly evidence_level: number | null;
  readonly published: string | null;
  readonly approved_at: string;
  readonly content_hash: string;
  readonly sha256: string;
}

/** The part of the spine that was injured. */
export type InjuryLevel = "cervical" | "thoracic" | "lumbar" | "sacral" | "conus_cauda";

export interface Known_AisGrade_ {
  readonly value: AisGrade;
  readonly evidence: ReadonlyArray<Evidence>;
}

export interface Known_Certainty_ {
  readonly value: Certainty;
  readonly evidence: ReadonlyArray<Evidence>;
}

export interface Known_InjuryLevel_ {
  readonly value: InjuryLevel;
  readonly evidence: ReadonlyArray<Evidence>;
}

export interface Known_Species_ {
  readonly value: Species;
  readonly evidence: ReadonlyArray<Evidence>;
}

export interface Known_StudyDesign_ {
  readonly value: StudyDesign;
  readonly evidence: ReadonlyArray<Evidence>;
}

export interface Known_TimeSinceInjury_ {
  readonly value: TimeSinceInjury;
  readonly evidence: ReadonlyArray<Evidence>;
}

export interface Known_str_ {
  readonly value: string;
  readonly evidence: ReadonlyArray<Evidence>;
}

/** The licence printed on the version at hand; `name` is short (`CC BY 4.0`) and may be unknown. */
export interface Licence {
  readonly url?: string | null;
  readonly name?: string | null;
}

/** The classes that decide how much of an article a page may repeat. Source: the licence texts of Creative Commons 4.0; `no_derivatives` follows section 2(a)(1)(B). */
export type LicenceClass = "open" | "non_commercial" | "no_derivatives" | "unknown" | "closed";

/** How a quote was found in the paper's text. */
export type Match = "exact" | "normalised" | "not_found";

/** The field (a JSON pointer into the summary) that holds nothing, why, and which sections were searched. */
export interface Missing {
  readonly field: string;
  readonly reason: MissingReason;
  readonly searched?: ReadonlyArray<string>;
}

/** Why a value is not there. */
export type MissingReason = "not_in_source" | "not_applicable" | "abstract_only" | "extraction_failed";

/** One notice: its own identifier (a DOI, or `PMID:…`) and date where they are known, and which services tell of it. `said_by` holds names of services; `date` is ISO 8601, as exact as was given. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly date?: string | null;
  readonly id?: string | null;
  readonly said_by?: ReadonlyArray<string>;
}

/** What a notice does to the article it is about. A new version of the article itself is not a notice. */
export type NoticeKind = "retraction" | "partial_retraction" | "withdrawal" | "removal" | "expression_of_concern" | "correction" | "erratum";

/** A statement that was changed, added or removed, or whose proof was changed (`proof`), under its heading. `before` and `after` are its texts; None where there was none, or where it was malformed and so is not shown again. */
export interface PublishedChange {
  readonly heading: string;
  readonly kind: "changed" | "added" | "removed" | "proof";
  readonly before: string | null;
  readonly after: string | null;
}

/** How a page differs from what was published before it. `corrected_at` (ISO 8601, UTC) is when the new content was approved or last edited; `reasons` are those that its editors gave. Without `changes`, something else than the text of the page was changed. */
export interface PublishedCorrection {
  readonly corrected_at: string;
  readonly reasons: ReadonlyArray<string>;
  readonly changes: ReadonlyArray<PublishedChange>;
}

/** Every page of an export, the newest approval first. */
export interface PublishedIndex {
  readonly schema_version: "1.0";
  readonly pages: ReadonlyArray<IndexedFile>;
}

/** One page as it leaves the house. Every list holds claims or strings; `summary.missing` explains each gap. */
export interface PublishedPage {
  readonly schema_version: "1.0";
  readonly id: string;
  readonly name: string;
  readonly summary: Summary;
  readonly display: Display;
  readonly reading_level: PublishedReadingLevel | null;
  readonly status: PublishedStatus;
  readonly licence_class: LicenceClass;
  readonly provenance: PublishedProvenance;
  readonly approval: Approval;
  readonly waived: ReadonlyArray<Waived>;
  readonly corrections: ReadonlyArray<PublishedCorrection>;
}

/** How the content came about. */
export interface PublishedProvenance {
  readonly author: string;
  readonly prompt_name: string | null;
  readonly prompt_version: string | null;
  readonly drafted_at: string;
  readonly source_sha256: string;
  readonly notes: ReadonlyArray<string>;
}

/** How hard the page's statements are to read. `grade` is a school grade of the United States: the middle one of Flesch-Kincaid, Coleman-Liau and SMOG. */
export interface PublishedReadingLevel {
  readonly grade: number;
  readonly told: string;
}

/** What was announced about the paper by the time of this export, and whether it is a preprint. `checked_at` (ISO 8601, UTC) is None where nobody looked: the paper was supplied as a file without a network. */
export interface PublishedStatus {
  readonly notices: ReadonlyArray<Notice>;
  readonly is_preprint: boolean;
  readonly checked_at: string | null;
}

/** One result: what was measured, what became of it, and the numbers as the paper writes them. */
export interface Result {
  readonly outcome: string;
  readonly direction: Direction;
  readonly numbers: ReadonlyArray<string>;
  readonly evidence: ReadonlyArray<Evidence>;
}

/** A count with its unit and its role, and where the paper says so; `arm` where it is that of one group only. */
export interface Sample {
  readonly n: number;
  readonly unit: SampleUnit;
  readonly role: SampleRole;
  readonly arm?: string | null;
  readonly evidence: ReadonlyArray<Evidence>;
}

/** In which role it was counted. */
export type SampleRole = "enrolled" | "randomised" | "analysed" | "included" | "planned" | "panel";

/** What was counted: 21 experts are not 21 trials. */
export type SampleUnit = "people" | "animals" | "samples" | "studies" | "experts" | "caregivers" | "clinicians" | "records";

/** Whom or what the study looked at. */
export type Species = "human" | "animal" | "cell_or_tissue" | "computational" | "mixed" | "not_applicable";

/** How a study was made; the order has no meaning, the evidence level is computed elsewhere. */
export type StudyDesign = "systematic_review_rct" | "systematic_review_other" | "meta_analysis" | "scoping_review" | "narrative_review" | "guideline_or_consensus" | "rct" | "crossover_rct" | "cluster_rct" | "pilot_rct" | "non_randomised_trial" | "single_arm_trial" | "cohort" | "case_control" | "cross_sectional" | "case_series" | "case_report" | "n_of_1" | "qualitative" | "survey" | "diagnostic_accuracy" | "animal" | "in_vitro" | "computational" | "protocol" | "commentary";

/** What kind of study this was. A None or an empty list has its reason in `Summary.missing`. */
export interface StudyFacts {
  readonly design: Known_StudyDesign_ | null;
  readonly species: Known_Species_ | null;
  readonly samples: ReadonlyArray<Sample>;
  readonly duration: Known_str_ | null;
  readonly follow_up: Known_str_ | null;
  readonly countries: ReadonlyArray<Known_str_>;
  readonly interventions: ReadonlyArray<Known_str_>;
  readonly primary_outcome: Known_str_ | null;
  readonly results: ReadonlyArray<Result>;
  readonly certainty: Known_Certainty_ | null;
  readonly ais_grades: ReadonlyArray<Known_AisGrade_>;
  readonly injury_levels: ReadonlyArray<Known_InjuryLevel_>;
  readonly time_since_injury: Known_TimeSinceInjury_ | null;
  readonly registration: ReadonlyArray<Known_str_>;
  readonly funding: Known_str_ | null;
  readonly conflicts: Known_str_ | null;
}

/** The page. Lists hold claims or strings; what is empty or None has its reason in `missing`. Its content hash is what a person approves: a change of any character is another content. */
export interface Summary {
  readonly schema_version: "1.0";
  readonly citation: Citation;
  readonly drafted_by: DraftedBy;
  readonly plain_title: string;
  readonly key_messages: ReadonlyArray<Claim>;
  readonly simple_explanation: ReadonlyArray<Claim>;
  readonly study: StudyFacts;
  readonly evidence_level: EvidenceLevel;
  readonly key_findings: ReadonlyArray<Claim>;
  readonly research_summary: ReadonlyArray<Claim>;
  readonly practical_implications: Implications;
  readonly limitations: ReadonlyArray<Claim>;
  readonly what_this_does_not_mean: ReadonlyArray<Claim>;
  readonly harms: ReadonlyArray<Claim>;
  readonly glossary: ReadonlyArray<GlossaryEntry>;
  readonly categories: ReadonlyArray<string>;
  readonly missing: ReadonlyArray<Missing>;
}

/** How long before the study the injury happened. */
export type TimeSinceInjury = "acute" | "subacute" | "chronic" | "mixed";

/** A finding that a reviewer waived, with the reason; it stays open to see. */
export interface Waived {
  readonly check: string;
  readonly place: string;
  readonly by: string;
  readonly reason: string;
}
