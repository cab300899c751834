"""The addresses of instruments and of self-assessments."""

from tests.census.address import A_MINUTE, FORM, PRIVATE, SENT, WHO, Address

READERS = "read_shared | read_own_facility"
ASSESSMENTS = {
    "reference/instruments/": Address("/reference/instruments/", kept=A_MINUTE),
    "reference/instruments.json": Address("/reference/instruments.json", kept=A_MINUTE),
    "reference/instruments/crosswalk/": Address("/reference/instruments/crosswalk/", kept=A_MINUTE),
    "reference/instruments/<slug:code>/": Address("/reference/instruments/isps-port-facility/", kept=A_MINUTE),
    "reference/instruments/<slug:code>/instrument.json": Address(
        "/reference/instruments/isps-port-facility/instrument.json", kept=A_MINUTE
    ),
    "partner/self-assessments/": Address(
        "/partner/self-assessments/?state=open", who=READERS, queries=WHO + 6, kept=PRIVATE, role="authority"
    ),
    "partner/self-assessments/export.<slug:form>": Address(
        "/partner/self-assessments/export.csv", who=READERS, queries=WHO + 4, kept=PRIVATE, role="authority"
    ),
    "partner/self-assessments/new/": Address(
        "/partner/self-assessments/new/",
        methods=FORM,
        who="answer_self_assessment",
        queries=WHO + 3,
        kept=PRIVATE,
        role="authority",
    ),
    "partner/self-assessments/<int:pk>/": Address(
        "/partner/self-assessments/{self_assessment}/",
        who=READERS,
        queries=WHO + 10,
        kept=PRIVATE,
        role="authority",
        asks_further=True,
    ),
    "partner/self-assessments/<int:pk>/keep/": Address(
        "/partner/self-assessments/{self_assessment}/keep/",
        status=405,
        methods=SENT,
        who="answer_self_assessment",
        queries=WHO,
        kept=PRIVATE,
        role="authority",
    ),
    "partner/self-assessments/<int:pk>/evidence/": Address(
        "/partner/self-assessments/{self_assessment}/evidence/",
        status=405,
        methods=SENT,
        who="answer_self_assessment",
        queries=WHO,
        kept=PRIVATE,
        role="authority",
    ),
    "partner/self-assessments/<int:pk>/evidence/<int:answer>/": Address(
        "/partner/self-assessments/{self_assessment}/evidence/{self_answer}/",
        methods=FORM,
        who="answer_self_assessment",
        queries=WHO + 4,
        kept=PRIVATE,
        role="authority",
        asks_further=True,
    ),
    "partner/self-assessments/<int:pk>/submit/": Address(
        "/partner/self-assessments/{self_assessment}/submit/",
        status=405,
        methods=SENT,
        who="answer_self_assessment",
        queries=WHO,
        kept=PRIVATE,
        role="authority",
    ),
    "partner/self-assessments/<int:pk>/withdraw/": Address(
        "/partner/self-assessments/{self_assessment}/withdraw/",
        methods=FORM,
        who="answer_self_assessment",
        queries=WHO + 4,
        kept=PRIVATE,
        role="authority",
        asks_further=True,
    ),
    "desk/self-assessments/": Address(
        "/desk/self-assessments/?state=open", who="read_programme", queries=WHO + 6, kept=PRIVATE
    ),
    "desk/self-assessments/export.<slug:form>": Address(
        "/desk/self-assessments/export.csv", who="read_programme", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/self-assessments/<int:pk>/": Address(
        "/desk/self-assessments/{self_assessment}/", who="read_programme", queries=WHO + 14, kept=PRIVATE
    ),
    "desk/self-assessments/<int:pk>/answers/<int:answer>/": Address(
        "/desk/self-assessments/{self_assessment}/answers/{self_answer}/",
        status=405,
        methods=SENT,
        who="review_self_assessment",
        queries=WHO,
        kept=PRIVATE,
    ),
    "desk/self-assessments/<int:pk>/send-back/": Address(
        "/desk/self-assessments/{self_assessment}/send-back/",
        status=405,
        methods=SENT,
        who="review_self_assessment",
        queries=WHO,
        kept=PRIVATE,
    ),
    "desk/self-assessments/<int:pk>/close/": Address(
        "/desk/self-assessments/{self_assessment}/close/",
        status=405,
        methods=SENT,
        who="review_self_assessment",
        queries=WHO,
        kept=PRIVATE,
    ),
}
ASSESSMENTS_ELSEWHERE = {"assessments/desk/review.html": "tests/apps/assessments"}
