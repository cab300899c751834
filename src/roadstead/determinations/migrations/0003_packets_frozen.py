"""A packet that is frozen is not changed: the database refuses it."""

from typing import Any

from django.db import migrations

from roadstead.determinations import packet_guard


def lay(apps: Any, schema_editor: Any) -> None:
    packet_guard.lay(schema_editor.connection)


def take_away(apps: Any, schema_editor: Any) -> None:
    packet_guard.take_away(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("determinations", "0002_packets")]

    operations = [migrations.RunPython(lay, take_away)]
