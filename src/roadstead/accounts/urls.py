"""Addresses of accounts."""

from django.urls import path

from roadstead.accounts.views import accepting, elevated, grants, invitations, leaving, me, people, roles, tokens

app_name = "accounts"
urlpatterns = [
    path("roles/", roles.roles, name="roles"),
    path("invitation/", accepting.accept, name="accept"),
    path("invitation/<str:secret>/", accepting.invitation, name="invitation"),
    path("me/", me.profile, name="profile"),
    path("me/rights/", me.rights, name="rights"),
    path("me/notifications/", me.notifications, name="notifications"),
    path("me/notifications/read/", me.all_read, name="all_read"),
    path("me/elevated/", elevated.elevated, name="elevated"),
    path("me/elevated/lay-down/", elevated.lay_down, name="lay_down"),
    path("me/tokens/", tokens.tokens, name="tokens"),
    path("me/tokens/<int:pk>/revoke/", tokens.revoke, name="revoke_token"),
    path("desk/accounts/", people.people, name="people"),
    path("desk/accounts.csv", people.people_csv, name="people_csv"),
    path("desk/accounts/<int:pk>/", people.person, name="person"),
    path("desk/accounts/<int:pk>/roles/new/", grants.give, name="give"),
    path("desk/accounts/<int:pk>/roles/<int:grant>/withdraw/", grants.withdraw, name="withdraw"),
    path("desk/accounts/<int:pk>/sessions/end/", grants.end_sessions, name="end_sessions"),
    path("desk/accounts/<int:pk>/close/", leaving.close, name="close"),
    path("desk/invitations/", invitations.invited, name="invitations"),
    path("desk/invitations/new/", invitations.invite, name="invite"),
    path("desk/invitations/<int:pk>/revoke/", invitations.revoke, name="revoke_invitation"),
]
