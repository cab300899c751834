"""Portfolios: an assignment brings a grant; posts that are no more; the database refuses two officers for one day."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from roadstead.registry import guards


def lay(apps: Any, schema_editor: Any) -> None:
    guards.lay(schema_editor.connection)


def take_away(apps: Any, schema_editor: Any) -> None:
    guards.take_away(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_sessions_ended"), ("registry", "0002_programme")]
    operations = [
        migrations.AddField(
            "assignment",
            "grant",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.grant",
            ),
        ),
        migrations.AddField("post", "former", models.BooleanField(default=False, verbose_name="no longer a post")),
        migrations.AlterField("post", "source", models.CharField(blank=True, max_length=500)),
        migrations.RunPython(lay, take_away),
    ]
