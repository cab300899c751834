"""Our own pages around signing in."""

from django.urls import path

from roadstead.accounts.signin import recovery, security, switcher

urlpatterns = [
    path("me/security/", security.security, name="security"),
    path("me/security/sessions/<int:pk>/end/", security.end_session, name="end_session"),
    path("me/security/sessions/end-others/", security.end_other_sessions, name="end_other_sessions"),
    path("me/security/recovery/stop/", security.stop_recovery, name="stop_own_recovery"),
    path("desk/accounts/<int:pk>/recovery/", recovery.desk, name="recovery"),
    path("recovery/stop/<str:secret>/", recovery.stop, name="recovery_stop"),
    path("recovery/use/<str:secret>/", recovery.use, name="recovery_use"),
    path("demonstration/", switcher.switcher, name="demonstration"),
    path("demonstration/sign-in/<str:role>/", switcher.sign_in, name="demonstration_sign_in"),
]
