"""Decisions of identity: a name may be a port, too; and what each decision wrote, so that it can be taken back."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("registry", "0005_countries")]
    operations = [
        migrations.AddField("identity", "brought", models.JSONField(default=dict)),
        migrations.AddField(
            "identity",
            "port",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.port"
            ),
        ),
        migrations.AlterField("identity", "same", models.BooleanField(verbose_name="is this one")),
    ]
