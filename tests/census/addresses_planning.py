"""The addresses of planning visits, of the clocks, and of what is told between the programme and its partners."""

from tests.census.address import FORM, PRIVATE, SENT, WHO, Address

PLANNING = {
    "desk/visits/": Address("/desk/visits/?state=open", who="read_programme", queries=WHO + 9, kept=PRIVATE),
    "desk/visits/export.<slug:form>": Address(
        "/desk/visits/export.csv", who="read_programme", queries=WHO + 2, kept=PRIVATE
    ),
    "desk/visits/new/": Address(
        "/desk/visits/new/?country=NG", methods=FORM, who="plan_visits", queries=WHO + 16, kept=PRIVATE
    ),
    "desk/visits/others/new/": Address(
        "/desk/visits/others/new/", methods=FORM, who="plan_visits", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/visits/others/<int:pk>/": Address(
        "/desk/visits/others/{other_visit}/", who="read_programme", queries=WHO + 20, kept=PRIVATE
    ),
    "desk/visits/others/<int:pk>/change/": Address(
        "/desk/visits/others/{other_visit}/change/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/others/<int:pk>/withdraw/": Address(
        "/desk/visits/others/{other_visit}/withdraw/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/others/<int:pk>/mark/": Address(
        "/desk/visits/others/{other_visit}/mark/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/": Address(
        "/desk/visits/{visit}/", who="read_programme", queries=WHO + 40, kept=PRIVATE, role="liaison"
    ),
    "desk/visits/<int:pk>/visit.ics": Address(
        "/desk/visits/{visit}/visit.ics", who="read_programme", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/change/": Address(
        "/desk/visits/{visit}/change/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/days/": Address(
        "/desk/visits/{visit}/days/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/clearance/": Address(
        "/desk/visits/{visit}/clearance/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/mark/": Address(
        "/desk/visits/{visit}/mark/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/ask/": Address(
        "/desk/visits/{visit}/ask/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/benefit/": Address(
        "/desk/visits/{visit}/benefit/", methods=FORM, who="plan_visits", queries=WHO + 12, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/carry/<slug:kind>/<int:number>/": Address(
        "/desk/visits/{agenda_visit}/carry/recommendation/{recommendation}/",
        methods=FORM,
        who="plan_visits",
        queries=WHO + 16,
        kept=PRIVATE,
    ),
    "desk/visits/<int:pk>/notice/": Address(
        "/desk/visits/{visit}/notice/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/cancel/": Address(
        "/desk/visits/{visit}/cancel/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/resume/": Address(
        "/desk/visits/{visit}/resume/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/step/<slug:state>/": Address(
        "/desk/visits/{visit}/step/cancelled/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/team/new/": Address(
        "/desk/visits/{visit}/team/new/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/team/<int:number>/remove/": Address(
        "/desk/visits/{visit}/team/{visit_member}/remove/",
        methods=FORM,
        who="plan_visits",
        queries=WHO + 8,
        kept=PRIVATE,
    ),
    "desk/visits/<int:pk>/places/new/": Address(
        "/desk/visits/{visit}/places/new/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/places/<int:number>/": Address(
        "/desk/visits/{visit}/places/{visit_leg}/", methods=FORM, who="plan_visits", queries=WHO + 9, kept=PRIVATE
    ),
    "desk/visits/<int:pk>/places/<int:number>/<slug:what>/": Address(
        "/desk/visits/{visit}/places/{visit_leg}/up/",
        status=405,
        methods=SENT,
        who="plan_visits",
        queries=WHO + 8,
        kept=PRIVATE,
    ),
    "desk/visits/<int:pk>/near/<int:number>/": Address(
        "/desk/visits/{visit}/near/{other_visit}/", methods=FORM, who="plan_visits", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/planner/": Address(
        "/desk/planner/?year=2026&group=region", who="read_programme", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/planner/year.ics": Address(
        "/desk/planner/year.ics?year=2026", who="read_programme", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/planner/export.<slug:form>": Address(
        "/desk/planner/export.csv?year=2026", who="read_programme", queries=WHO + 3, kept=PRIVATE
    ),
    "desk/clocks/": Address("/desk/clocks/?sort=officer", who="read_programme", queries=WHO + 8, kept=PRIVATE),
    "desk/clocks/export.<slug:form>": Address(
        "/desk/clocks/export.csv", who="read_programme", queries=WHO + 8, kept=PRIVATE
    ),
    "desk/clocks/<str:code>/<slug:clock>/suspend/": Address(
        "/desk/clocks/NG/assessment/suspend/", methods=FORM, who="suspend_clocks", queries=WHO + 4, kept=PRIVATE
    ),
    "desk/clocks/suspensions/<int:pk>/end/": Address(
        "/desk/clocks/suspensions/{suspension}/end/", methods=FORM, who="suspend_clocks", queries=WHO + 4, kept=PRIVATE
    ),
    "partner/visits/": Address("/partner/visits/", who="read_shared", queries=WHO + 10, kept=PRIVATE),
    "partner/visits/export.<slug:form>": Address(
        "/partner/visits/export.csv", who="read_shared", queries=WHO + 4, kept=PRIVATE
    ),
    "partner/visits/tell/": Address(
        "/partner/visits/tell/", methods=FORM, who="tell_visits", queries=WHO + 4, kept=PRIVATE
    ),
    "partner/visits/<int:pk>/": Address("/partner/visits/{visit}/", who="read_shared", queries=WHO + 12, kept=PRIVATE),
    "partner/visits/<int:pk>/answer/": Address(
        "/partner/visits/{visit}/answer/", methods=FORM, who="tell_visits", queries=WHO + 14, kept=PRIVATE
    ),
    "partner/visits/<int:pk>/near/<int:number>/": Address(
        "/partner/visits/{visit}/near/{other_visit}/", methods=FORM, who="tell_visits", queries=WHO + 6, kept=PRIVATE
    ),
    "partner/visits/others/<int:pk>/": Address(
        "/partner/visits/others/{other_visit}/", who="read_shared", queries=WHO + 12, kept=PRIVATE
    ),
    "partner/visits/others/<int:pk>/change/": Address(
        "/partner/visits/others/{other_visit}/change/", methods=FORM, who="tell_visits", queries=WHO + 6, kept=PRIVATE
    ),
    "partner/visits/others/<int:pk>/withdraw/": Address(
        "/partner/visits/others/{other_visit}/withdraw/", methods=FORM, who="tell_visits", queries=WHO + 6, kept=PRIVATE
    ),
}
