"""Addresses of what is seen on visits: notes, observations, recommendations, best practice."""

from django.urls import path

from roadstead.visits.views import (
    improvements,
    kit,
    observations,
    observed_keeping,
    observed_partner,
    observed_visits,
    practice,
    practising,
    recommendations,
    recommending,
)

SEEN, SAID, BEST, VISIT = "desk/observations/", "desk/recommendations/", "desk/practice/", "desk/visits/<int:pk>/"
THEIR_SEEN, THEIR_SAID = "partner/observations/", "partner/recommendations/"
patterns = [
    path(SEEN, observations.observation_list, name="desk_observations"),
    path(f"{SEEN}export.<slug:form>", observations.observation_export, name="desk_observations_export"),
    path(f"{SEEN}<int:pk>/", observations.observation, name="desk_observation"),
    path(f"{SEEN}<int:pk>/change/", observations.change, name="desk_observation_change"),
    path(f"{SEEN}<int:pk>/mark/", observed_keeping.mark_observation, name="desk_observation_mark"),
    path(f"{SEEN}<int:pk>/files/", observed_keeping.attach_to_observation, name="desk_observation_attach"),
    path(SAID, recommendations.recommendation_list, name="desk_recommendations"),
    path(f"{SAID}export.<slug:form>", recommendations.recommendation_export, name="desk_recommendations_export"),
    path(f"{SAID}improvements/", improvements.improvements, name="desk_improvements"),
    path(f"{SAID}improvements/export.<slug:form>", improvements.improvements_export, name="desk_improvements_export"),
    path(f"{SAID}new/", recommending.new, name="desk_recommendation_new"),
    path(f"{SAID}<int:pk>/", recommendations.recommendation, name="desk_recommendation"),
    path(f"{SAID}<int:pk>/change/", recommending.change, name="desk_recommendation_change"),
    path(f"{SAID}<int:pk>/mark/", observed_keeping.mark_recommendation, name="desk_recommendation_mark"),
    path(f"{SAID}<int:pk>/files/", observed_keeping.attach_to_recommendation, name="desk_recommendation_attach"),
    path(f"{VISIT}observed/", observed_visits.seen, name="visit_observed"),
    path(f"{VISIT}observed/observe/", observed_visits.observe, name="visit_observe"),
    path(f"{VISIT}observed/review/<int:number>/", observed_visits.review, name="visit_review"),
    path(f"{VISIT}kit/", kit.kit, name="visit_kit"),
    path(f"{VISIT}kit/keep/", kit.keep, name="visit_kit_keep"),
    path(f"{VISIT}kit/pictures/", kit.picture, name="visit_kit_picture"),
    path(BEST, practice.practice_list, name="desk_practices"),
    path(f"{BEST}export.<slug:form>", practice.practice_export, name="desk_practices_export"),
    path(f"{BEST}new/", practising.new, name="desk_practice_new"),
    path(f"{BEST}<int:pk>/", practice.practice, name="desk_practice"),
    path(f"{BEST}<int:pk>/change/", practising.change, name="desk_practice_change"),
    path(f"{BEST}<int:pk>/consent/", practising.consent, name="desk_practice_consent"),
    path(f"{BEST}<int:pk>/release/", practising.release, name="desk_practice_release"),
    path(f"{BEST}<int:pk>/withdraw/", practising.withdraw, name="desk_practice_withdraw"),
    path(THEIR_SEEN, observed_partner.observation_list, name="partner_observations"),
    path(f"{THEIR_SEEN}export.<slug:form>", observed_partner.observation_export, name="partner_observations_export"),
    path(f"{THEIR_SEEN}<int:pk>/", observed_partner.observation, name="partner_observation"),
    path(THEIR_SAID, observed_partner.recommendation_list, name="partner_recommendations"),
    path(
        f"{THEIR_SAID}export.<slug:form>",
        observed_partner.recommendation_export,
        name="partner_recommendations_export",
    ),
    path(f"{THEIR_SAID}improvements/", improvements.shared, name="partner_improvements"),
    path(
        f"{THEIR_SAID}improvements/export.<slug:form>", improvements.shared_export, name="partner_improvements_export"
    ),
    path(f"{THEIR_SAID}new/", recommending.new_to_us, name="partner_recommendation_new"),
    path(f"{THEIR_SAID}<int:pk>/", observed_partner.recommendation, name="partner_recommendation"),
    path(f"{THEIR_SAID}<int:pk>/change/", recommending.change, name="partner_recommendation_change"),
    path(f"{THEIR_SAID}<int:pk>/files/", observed_keeping.attach_evidence, name="partner_recommendation_attach"),
    path("partner/practice/", practice.shared_list, name="partner_practices"),
    path("partner/practice/export.<slug:form>", practice.shared_export, name="partner_practices_export"),
    path("partner/practice/<int:pk>/", practice.shared, name="partner_practice"),
]
