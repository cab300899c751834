"""The database refuses to change events or to take them away."""

from typing import Any

from django.db import migrations

from roadstead.audit import triggers


def lay(apps: Any, schema_editor: Any) -> None:
    triggers.lay(schema_editor.connection)


def take_away(apps: Any, schema_editor: Any) -> None:
    triggers.take_away(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(lay, take_away)]
