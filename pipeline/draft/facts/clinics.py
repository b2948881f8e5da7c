"""What is done and told in clinics, parts of bodies, and titles on patients: of people, unless others are named."""

import re
from typing import Final

AT_THE_CLINIC: Final = re.compile(
    r"\b(?:hospitals?|admi(?:tted|ssions?)|diagnos(?:is|ed|es|tic)|(?:post|pre|intra)-?operative\w*|surgery|surgical\w*"
    r"|symptoms?|therap(?:y|ies)|clinics?|clinical\w*|complications?|comorbidit\w+|intensive care|emergency department"
    r"|disease|syndrome|treatment|randomi[sz]ed|placebo|rehabilitation|prescri\w+|mortality|morbidity|side effects"
    r"|adverse (?:events?|effects?)|follow-?up|relapses?|ultrasound|echocardiogra\w+|radiograph\w*|recurrence"
    r"|quality of care|health ?care|nursing|medications?|roentgen\w*|tomogra\w+|sonogra\w+|scan(?:s|ner|ning)|lesions?"
    r"|carcinomas?|tumou?rs?|cancers?|patholog\w+|biops(?:y|ies)|catheter\w*|an(?:a)?esthe\w+|transplant\w*"
    r"|infections?"
    r"|screening|vaccin\w+|fractures?|hypertension|diabet\w+|asthma\w*|depressi(?:on|ve)|psychiatr\w+|illness\w*"
    r"|covid(?:-19)?|ataxi[ac]s?|(?:tetra|para|quadri|hemi)pleg\w+|spinal cord injur\w+|dystonia|spasticity|aphasia"
    r"|palsy|sclerosis|neuropath\w+|dementia|transcranial"
    r"|sham|chart reviews?|(?:medical|health|hospital|patient) records|geriatric\w*|aged care|nursing homes?"
    r"|residential care"
    r"|picu|nicu|analgesi\w*|opioids?|(?:ex|in)tubat\w+|ventilat(?:ion|or)|bed-days|readmi\w+|arthroplast\w+|stents?"
    r"|prosthe\w+|diseases|disorders?|\w+ectomy|\w+oplasty|deliver(?:y|ies)|incontinence|implants?|fistulas?"
    r"|disabilit\w+)\b",
    re.IGNORECASE,
)
"""What is done and told in clinics; done with animals too, where these are named."""
OF_A_BODY: Final = re.compile(
    r"\b(?:blood|plasma|serum|sera|urin(?:e|ary)|saliva\w*|cerebrospinal|musc(?:les?|ular)|bon(?:es?|y)|livers?|hepatic"
    r"|kidneys?|renal|lungs?|pulmonary|hearts?|cardiac|myocardi\w+|arter(?:y|ies|ial)|ven(?:ous|ae?|tricular)|veins?"
    r"|vascular|brain|cerebr\w+|cerebell\w+|cort(?:ex|ical)|spin(?:al|e)|vertebrae?|cervical|nerves?|gastr\w+"
    r"|intestin\w+|bowel"
    r"|colon"
    r"|pancrea\w+|skin|retinal?|ocular|tooth|teeth|dental|oral|breasts?|mammogra\w+|ovar\w+|uter(?:us|ine)|test(?:is"
    r"|es)"
    r"|testosterone|hormon\w+|prostat\w+|placent\w+|f(?:o)?etal|embryo\w*|bile|biliary|bilirubin|h(?:a)?emoglobin"
    r"|immunoglobulins?|antibod\w+|prothrombin|spermatozo\w+|in(?:fertile|somnia)|limbs?|knees?|hips?|shoulders?"
    r"|respiratory|cardiorespiratory|cardiovascular|eyes?|electromyogra\w+|motor units?|tibialis|quadriceps|biceps"
    r"|gait|postur(?:e|al)|handgrip|isometric"
    r"|contractions?|heart rate|oxygen uptake|reaction times?|pupils?|visual acuity|intraocular|macula\w*|corneal?"
    r"|ankles?"
    r"|wrists?|elbows?|molars|incisors|periodont\w+"
    r"|mental|malign\w+|thrombos[ie]s|dysplasia\w*|goit(?:er|re)|leprosy|family is described)\b",
    re.IGNORECASE,
)
"""Parts of bodies, and what is wrong with them: a paper on these is about somebody, whoever it was."""
CLINICAL: Final = re.compile(
    r"\b(?:randomi[sz]ed (?:[\w-]+,? ){0,4}trial|clinical trial|cohort|patient|rehabilitation|physiotherapy"
    r"|physical therapy|caregiv\w+|qualitative|survey|prevalence|mortality|surgery|surgical|postoperative|case report"
    r"|nurs(?:e|ing)|clinical practice"
    r"|population(?!s? (?:genetic|dynamic|cod(?:e|ing)|activit|size|structure|biolog|ecolog|growth|vector|level)))\w*",
    re.IGNORECASE,
)
"""Words of a title that are said of people unless another being is named."""
