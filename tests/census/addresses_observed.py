"""The addresses of what is seen on visits: the kit, observations, recommendations, best practice."""

from tests.census.address import FORM, PRIVATE, SENT, WHO, Address

OBSERVED = {
    "desk/observations/": Address("/desk/observations/", who="read_programme", queries=WHO + 6, kept=PRIVATE),
    "desk/observations/export.<slug:form>": Address(
        "/desk/observations/export.csv", who="read_programme", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/observations/<int:pk>/": Address(
        "/desk/observations/{observation}/",
        methods=FORM,
        who="read_programme",
        queries=WHO + 23,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/observations/<int:pk>/change/": Address(
        "/desk/observations/{observation}/change/", methods=FORM, who="observe", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/observations/<int:pk>/mark/": Address(
        "/desk/observations/{observation}/mark/", methods=FORM, who="observe", queries=WHO + 9, kept=PRIVATE
    ),
    "desk/observations/<int:pk>/files/": Address(
        "/desk/observations/{observation}/files/", methods=FORM, who="observe", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/recommendations/": Address("/desk/recommendations/", who="read_programme", queries=WHO + 6, kept=PRIVATE),
    "desk/recommendations/export.<slug:form>": Address(
        "/desk/recommendations/export.csv", who="read_programme", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/recommendations/improvements/": Address(
        "/desk/recommendations/improvements/", who="read_programme", queries=WHO + 7, kept=PRIVATE
    ),
    "desk/recommendations/improvements/export.<slug:form>": Address(
        "/desk/recommendations/improvements/export.csv", who="read_programme", queries=WHO + 5, kept=PRIVATE
    ),
    "desk/recommendations/new/": Address(
        "/desk/recommendations/new/?observation={observation}",
        methods=FORM,
        who="observe",
        queries=WHO + 13,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/recommendations/<int:pk>/": Address(
        "/desk/recommendations/{recommendation}/",
        methods=FORM,
        who="read_programme",
        queries=WHO + 22,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/recommendations/<int:pk>/change/": Address(
        "/desk/recommendations/{recommendation}/change/",
        methods=FORM,
        who="recommend",
        queries=WHO + 11,
        kept=PRIVATE,
        role="liaison",
    ),
    "desk/recommendations/<int:pk>/mark/": Address(
        "/desk/recommendations/{recommendation}/mark/", methods=FORM, who="observe", queries=WHO + 9, kept=PRIVATE
    ),
    "desk/recommendations/<int:pk>/files/": Address(
        "/desk/recommendations/{recommendation}/files/", methods=FORM, who="observe", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/observed/": Address(
        "/desk/visits/{seen_visit}/observed/", who="read_programme", queries=WHO + 14, kept=PRIVATE, role="liaison"
    ),
    "desk/visits/<int:pk>/observed/observe/": Address(
        "/desk/visits/{seen_visit}/observed/observe/", methods=FORM, who="observe", queries=WHO + 5, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/observed/review/<int:number>/": Address(
        "/desk/visits/{seen_visit}/observed/review/{recommendation}/",
        methods=FORM,
        who="observe",
        queries=WHO + 5,
        kept=PRIVATE,
    ),
    "desk/visits/<int:pk>/kit/": Address(
        "/desk/visits/{seen_visit}/kit/", who="read_programme", queries=WHO + 42, kept=PRIVATE, role="liaison"
    ),
    "desk/visits/<int:pk>/kit/keep/": Address(
        "/desk/visits/{seen_visit}/kit/keep/", 405, methods=SENT, who="observe", queries=WHO, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/kit/pictures/": Address(
        "/desk/visits/{seen_visit}/kit/pictures/", 405, methods=SENT, who="observe", queries=WHO, kept=PRIVATE
    ),
    "desk/practice/": Address("/desk/practice/", who="read_programme", queries=WHO + 3, kept=PRIVATE),
    "desk/practice/export.<slug:form>": Address(
        "/desk/practice/export.csv", who="read_programme", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/practice/new/": Address(
        "/desk/practice/new/?observation={observation}",
        methods=FORM,
        who="keep_best_practice",
        queries=WHO + 4,
        kept=PRIVATE,
    ),
    "desk/practice/<int:pk>/": Address(
        "/desk/practice/{practice}/", who="read_programme", queries=WHO + 32, kept=PRIVATE, role="liaison"
    ),
    "desk/practice/<int:pk>/change/": Address(
        "/desk/practice/{practice}/change/", methods=FORM, who="keep_best_practice", queries=WHO + 6, kept=PRIVATE
    ),
    "desk/practice/<int:pk>/consent/": Address(
        "/desk/practice/{practice}/consent/", methods=FORM, who="keep_best_practice", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/practice/<int:pk>/release/": Address(
        "/desk/practice/{practice}/release/", methods=FORM, who="keep_best_practice", queries=WHO + 24, kept=PRIVATE
    ),
    "desk/practice/<int:pk>/withdraw/": Address(
        "/desk/practice/{practice}/withdraw/", methods=FORM, who="keep_best_practice", queries=WHO + 4, kept=PRIVATE
    ),
    "partner/observations/": Address(
        "/partner/observations/", who="read_shared | read_own_facility", queries=WHO + 6, kept=PRIVATE
    ),
    "partner/observations/export.<slug:form>": Address(
        "/partner/observations/export.csv", who="read_shared | read_own_facility", queries=WHO + 4, kept=PRIVATE
    ),
    "partner/observations/<int:pk>/": Address(
        "/partner/observations/{observation}/",
        methods=FORM,
        who="read_shared | read_own_facility",
        queries=WHO + 13,
        kept=PRIVATE,
    ),
    "partner/recommendations/": Address(
        "/partner/recommendations/", who="read_shared | read_own_facility", queries=WHO + 6, kept=PRIVATE
    ),
    "partner/recommendations/export.<slug:form>": Address(
        "/partner/recommendations/export.csv", who="read_shared | read_own_facility", queries=WHO + 4, kept=PRIVATE
    ),
    "partner/recommendations/improvements/": Address(
        "/partner/recommendations/improvements/", who="read_shared | read_own_facility", queries=WHO + 7, kept=PRIVATE
    ),
    "partner/recommendations/improvements/export.<slug:form>": Address(
        "/partner/recommendations/improvements/export.csv",
        who="read_shared | read_own_facility",
        queries=WHO + 5,
        kept=PRIVATE,
    ),
    "partner/recommendations/new/": Address(
        "/partner/recommendations/new/", methods=FORM, who="recommend", queries=WHO + 8, kept=PRIVATE
    ),
    "partner/recommendations/<int:pk>/": Address(
        "/partner/recommendations/{recommendation}/",
        methods=FORM,
        who="read_shared | read_own_facility",
        queries=WHO + 12,
        kept=PRIVATE,
    ),
    "partner/recommendations/<int:pk>/change/": Address(
        "/partner/recommendations/{recommendation}/change/",
        methods=FORM,
        who="recommend",
        queries=WHO + 6,
        kept=PRIVATE,
    ),
    "partner/recommendations/<int:pk>/files/": Address(
        "/partner/recommendations/{recommendation}/files/",
        methods=FORM,
        who="recommend",
        queries=WHO + 4,
        kept=PRIVATE,
    ),
    "partner/practice/": Address(
        "/partner/practice/", who="read_shared | read_own_facility", queries=WHO + 5, kept=PRIVATE
    ),
    "partner/practice/export.<slug:form>": Address(
        "/partner/practice/export.csv", who="read_shared | read_own_facility", queries=WHO + 3, kept=PRIVATE
    ),
    "partner/practice/<int:pk>/": Address(
        "/partner/practice/{practice}/", who="read_shared | read_own_facility", queries=WHO + 4, kept=PRIVATE
    ),
}
