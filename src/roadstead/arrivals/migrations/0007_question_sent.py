"""When the message with the link of a question was handed over; those that are there were."""

from typing import Any

from django.db import migrations, models
from django.db.models import F


def were_sent(apps: Any, schema_editor: Any) -> None:
    rows = apps.get_model("arrivals", "Message")._base_manager.using(schema_editor.connection.alias)
    rows.exclude(link="").update(sent_at=F("written_at"))


class Migration(migrations.Migration):
    dependencies = [("arrivals", "0006_receipt_counts")]

    operations = [
        migrations.AddField(model_name="message", name="sent_at", field=models.DateTimeField(blank=True, null=True)),
        migrations.RunPython(were_sent, migrations.RunPython.noop),
    ]
