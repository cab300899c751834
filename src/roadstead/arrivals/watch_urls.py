"""Addresses of the watch."""

from django.urls import path

from roadstead.arrivals.views import acting, asking, handover, letter, letters, places, queue, watch
from roadstead.arrivals.views.ships import fleet

app_name = "watch"
urlpatterns = [
    path("queue/", queue.queue, name="queue"),
    path("queue/rows/", queue.rows, name="queue_rows"),
    path("queue/export.<slug:form>", queue.export, name="queue_export"),
    path("handover/", handover.present, name="handover"),
    path("handover/<int:pk>/", handover.handed, name="handed"),
    path("arrivals/<int:pk>/decide/", acting.decide, name="decide"),
    path("arrivals/<int:pk>/assign/", acting.assign, name="assign"),
    path("arrivals/<int:pk>/note/", acting.note, name="note"),
    path("arrivals/<int:pk>/ask/", asking.ask, name="ask"),
    path("arrivals/<int:pk>/thread/", asking.write, name="thread"),
    path("arrivals/<int:pk>/questions/<int:number>/", asking.answer, name="answer"),
    path("arrivals/", watch.arrivals, name="arrivals"),
    path("arrivals/export.<slug:form>", watch.arrivals_export, name="arrivals_export"),
    path("arrivals/<int:pk>/", watch.arrival, name="arrival"),
    path("arrivals/<int:pk>/places/", places.settle, name="settle_place"),
    path("arrivals/<int:pk>/letters/", letters.letters, name="letters"),
    path("arrivals/<int:pk>/letters/<int:letter>/", letter.letter, name="letter"),
    path("arrivals/<int:pk>/letters/<int:letter>/letter.pdf", letter.paper, name="letter_paper"),
    path("arrivals/<int:pk>/letters/<int:letter>/sign/", letter.sign, name="letter_sign"),
    path("arrivals/<int:pk>/letters/<int:letter>/send/", letter.send, name="letter_send"),
    path("arrivals/<int:pk>/letters/<int:letter>/discard/", letter.discard, name="letter_discard"),
    path("arrivals/<int:pk>/letters/<int:letter>/withdraw/", letter.withdraw, name="letter_withdraw"),
    path("letters/", letters.archive, name="letters_archive"),
    path("letters/export.<slug:form>", letters.archive_export, name="letters_export"),
    path("fleets/", fleet.confirm, name="fleets"),
    path("changes/", watch.changed, name="changes"),
    path("changes/export.<slug:form>", watch.changed_export, name="changes_export"),
    path("changes/<int:pk>/", watch.settle, name="settle"),
]
